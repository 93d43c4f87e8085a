package descent.web.page;

import static j2html.TagCreator.*;

import descent.classroom.Learners;
import descent.classroom.Progress;
import descent.classroom.Transcript;
import descent.content.Course;
import descent.web.Assets;
import descent.web.Headers;
import descent.web.LanguageChoice;
import descent.web.LearnerCookie;
import descent.web.Webjars;
import descent.words.Words;
import io.javalin.http.Context;
import j2html.tags.DomContent;
import j2html.tags.specialized.BodyTag;
import j2html.tags.specialized.FooterTag;
import j2html.tags.specialized.HeadTag;
import j2html.tags.specialized.HeaderTag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What all pages share: head, header, footer, and how a page is sent. */
public final class Layout {
  private static final String TRANSCRIPT = "descent.transcript";
  private static final List<String> STYLES = List.of("tokens", "base", "lesson", "figure");

  private final Assets assets;
  private final Supplier<Course> course;
  private final LearnerCookie cookie;
  private final LanguageChoice language;
  private final Function<String, Transcript> transcripts;
  private final Zipped zipped = new Zipped();

  /**
   * @param course is asked for again with every page, since its author may be writing
   * @param transcripts what is kept of a learner
   */
  public Layout(
      Assets assets,
      Supplier<Course> course,
      LearnerCookie cookie,
      LanguageChoice language,
      Function<String, Transcript> transcripts) {
    this.assets = assets;
    this.course = course;
    this.cookie = cookie;
    this.language = language;
    this.transcripts = transcripts;
  }

  Course course() {
    return course.get();
  }

  /** What the interface says to the reader of a page. */
  Words words(Context ctx) {
    return language.words(ctx);
  }

  /** The learner whom a page is for; empty if nothing is kept of its reader. */
  Optional<String> learner(Context ctx) {
    return cookie.learner(ctx);
  }

  /** What is kept of the reader of a page; read once a request. */
  Transcript transcript(Context ctx) {
    Transcript known = ctx.attribute(TRANSCRIPT);
    if (known != null) {
      return known;
    }
    Transcript read = learner(ctx).map(transcripts).orElse(Transcript.NONE);
    ctx.attribute(TRANSCRIPT, read);
    return read;
  }

  /** How far the reader of a page is. */
  Progress progress(Context ctx) {
    return Progress.of(course(), transcript(ctx));
  }

  /** Sends a page with the status that is set; a browser that has the page already is told so. */
  void send(Context ctx, View view) {
    Words words = words(ctx);
    String imports = assets.importMap(translations(words));
    Optional<String> learner = learner(ctx).map(Learners::tag);
    String page =
        html(headOf(view, imports), bodyOf(view, progress(ctx), words))
            .withLang(words.language())
            .attr("data-learner", learner.orElse(""))
            .render();
    byte[] bytes = ("<!doctype html>\n" + words.pictures(page)).getBytes(StandardCharsets.UTF_8);
    ctx.header("Content-Security-Policy", Headers.policy("'self' " + Assets.cspHash(imports)));
    ctx.contentType("text/html;charset=utf-8");
    if (ctx.statusCode() == 200) {
      String hash = Assets.hash(bytes);
      boolean gzip = Assets.gzips(ctx);
      Assets.sendTagged(ctx, hash, "private, no-cache", gzip ? zipped.get(hash, bytes) : bytes);
    } else {
      ctx.result(bytes);
    }
  }

  private static Map<String, String> translations(Words words) {
    return words.isEnglish() ? Map.of() : Map.of("js/translations.js", LanguageChoice.url(words));
  }

  private HeadTag headOf(View view, String imports) {
    return head(
        meta().withCharset("utf-8"),
        meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
        title(view.title() + " · Descent"),
        link().withRel("icon").withHref(assets.url("icon.svg")),
        each(Webjars.STYLES, url -> link().withRel("stylesheet").withHref(url)),
        each(STYLES, this::style),
        style("dark").withMedia("screen and (prefers-color-scheme: dark)").attr("data-dark"),
        style("lecture").attr("data-lecture").attr("disabled"),
        script().withSrc(assets.url("js/theme.js")),
        script(rawHtml(imports)).withType("importmap"),
        script().withType("module").withSrc(assets.url("js/main.js")));
  }

  private j2html.tags.specialized.LinkTag style(String name) {
    return link().withRel("stylesheet").withHref(assets.url("css/" + name + ".css"));
  }

  private BodyTag bodyOf(View view, Progress progress, Words words) {
    return body(
        a(words.say("Skip to the content")).withClass("skip ui").withHref("#main"),
        top(view, progress, words),
        view.content(),
        foot(words));
  }

  private HeaderTag top(View view, Progress progress, Words words) {
    return header(
            div(
                    a(Icons.BRAND, text("Descent")).withClass("brand").withHref("/"),
                    span(view.crumb()).withClass("crumb"),
                    CourseMap.line(course(), view.lesson(), progress, words),
                    nav(
                            a(words.say("Play")).withClass("btn quiet play").withHref("/play"),
                            search(words),
                            themeSwitch(words))
                        .attr("aria-label", words.say("Tools")))
                .withClass("wrap"))
        .withClass("top ui");
  }

  private static DomContent search(Words words) {
    return a(Icons.SEARCH)
        .withClass("btn quiet icon")
        .withHref("/search")
        .withTitle(words.say("Search"))
        .attr("aria-label", words.say("Search the course"));
  }

  /** Without a script it could do nothing, so a script shows it. */
  private static DomContent themeSwitch(Words words) {
    return button(Icons.THEME)
        .withClass("btn quiet icon")
        .withType("button")
        .attr("data-theme-switch")
        .attr("hidden")
        .withTitle(words.say("Light or dark"))
        .attr("aria-label", words.say("Switch light or dark"));
  }

  private FooterTag foot(Words words) {
    return footer(
            div(
                    span("Descent"),
                    span(words.say("Every figure is a live run. Nothing here is a recording."))
                        .withClass("motto"),
                    a(words.say("My work")).withHref("/work"),
                    a(words.say("Play")).withHref("/play"),
                    a(words.say("Glossary")).withHref("/glossary"),
                    a(words.say("Bibliography")).withHref("/bibliography"),
                    a(words.say("From the talk")).withHref("/talk"),
                    a(words.say("Keyboard")).withHref("/keyboard"),
                    a(words.say("Devices")).withHref("/devices"),
                    a(words.say("For authors")).withHref("/authors"),
                    languages(words))
                .withClass("wrap"))
        .withClass("foot ui small");
  }

  /** One button for each language that the page is not in. */
  private DomContent languages(Words words) {
    return form(each(
            language.languages().all().stream().filter(other -> !other.equals(words)).toList(),
            other ->
                button(other.name())
                    .withName("language")
                    .withValue(other.language())
                    .withLang(other.language())))
        .withMethod("post")
        .withAction("/language")
        .withClass("languages")
        .attr("aria-label", words.say("Language"));
  }
}
