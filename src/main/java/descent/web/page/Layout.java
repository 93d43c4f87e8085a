package descent.web.page;

import static j2html.TagCreator.*;

import descent.classroom.Learners;
import descent.classroom.Progress;
import descent.classroom.Transcript;
import descent.content.Course;
import descent.web.Assets;
import descent.web.Headers;
import descent.web.LearnerCookie;
import descent.web.Webjars;
import io.javalin.http.Context;
import j2html.tags.DomContent;
import j2html.tags.specialized.BodyTag;
import j2html.tags.specialized.FooterTag;
import j2html.tags.specialized.HeadTag;
import j2html.tags.specialized.HeaderTag;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
      Function<String, Transcript> transcripts) {
    this.assets = assets;
    this.course = course;
    this.cookie = cookie;
    this.transcripts = transcripts;
  }

  Course course() {
    return course.get();
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
    String imports = assets.importMap();
    Optional<String> learner = learner(ctx).map(Learners::tag);
    String page =
        html(headOf(view, imports), bodyOf(view, progress(ctx)))
            .withLang("en")
            .attr("data-learner", learner.orElse(""))
            .render();
    byte[] bytes = ("<!doctype html>\n" + page).getBytes(StandardCharsets.UTF_8);
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

  private BodyTag bodyOf(View view, Progress progress) {
    return body(
        a("Skip to the content").withClass("skip ui").withHref("#main"),
        top(view, progress),
        view.content(),
        foot());
  }

  private HeaderTag top(View view, Progress progress) {
    return header(
            div(
                    a(Icons.BRAND, text("Descent")).withClass("brand").withHref("/"),
                    span(view.crumb()).withClass("crumb"),
                    CourseMap.line(course(), view.lesson(), progress),
                    nav(search(), themeSwitch()).attr("aria-label", "Tools"))
                .withClass("wrap"))
        .withClass("top ui");
  }

  private static DomContent search() {
    return a(Icons.SEARCH)
        .withClass("btn quiet icon")
        .withHref("/search")
        .withTitle("Search")
        .attr("aria-label", "Search the course");
  }

  /** Without a script it could do nothing, so a script shows it. */
  private static DomContent themeSwitch() {
    return button(Icons.THEME)
        .withClass("btn quiet icon")
        .withType("button")
        .attr("data-theme-switch")
        .attr("hidden")
        .withTitle("Light or dark")
        .attr("aria-label", "Switch light or dark");
  }

  private static FooterTag foot() {
    return footer(
            div(
                    span("Descent"),
                    span("Every figure is a live run. Nothing here is a recording.")
                        .withClass("motto"),
                    a("My work").withHref("/work"),
                    a("Glossary").withHref("/glossary"),
                    a("Bibliography").withHref("/bibliography"),
                    a("From the talk").withHref("/talk"),
                    a("Keyboard").withHref("/keyboard"),
                    a("Devices").withHref("/devices"),
                    a("For authors").withHref("/authors"))
                .withClass("wrap"))
        .withClass("foot ui small");
  }
}
