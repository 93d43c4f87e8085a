package descent.web;

import static j2html.TagCreator.*;

import io.javalin.http.Context;
import j2html.tags.DomContent;
import j2html.tags.specialized.BodyTag;
import j2html.tags.specialized.HeadTag;
import j2html.tags.specialized.HeaderTag;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** What all pages share: head, header, footer, and how a page is sent. */
public final class Layout {
  private static final List<String> STYLES = List.of("tokens", "base", "lesson");

  private final Assets assets;

  public Layout(Assets assets) {
    this.assets = assets;
  }

  /** Sends a page; a browser that has it already is told so. */
  void send(Context ctx, View view) {
    String importMap = assets.importMap();
    String page =
        "<!doctype html>\n" + html(headOf(view, importMap), bodyOf(view)).withLang("en").render();
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    String tag = "W/\"" + HexFormat.of().formatHex(Assets.sha256(bytes), 0, 8) + "\"";
    ctx.header("Content-Security-Policy", Headers.policy("'self' " + Assets.cspHash(importMap)));
    ctx.contentType("text/html;charset=utf-8");
    if (ctx.statusCode() != 200) {
      ctx.result(bytes);
      return;
    }
    ctx.header("Cache-Control", "no-cache").header("ETag", tag);
    if (tag.equals(ctx.header("If-None-Match"))) {
      ctx.status(304);
    } else {
      ctx.result(bytes);
    }
  }

  /** Sends the page of an error; the status is set already. */
  public void error(Context ctx, ProblemDetails problem) {
    send(
        ctx,
        new View(
            problem.title(),
            "",
            main(
                    header(h1(problem.title()), p(problem.detail()).withClass("stand"))
                        .withClass("title"),
                    section(p(a("To the course").withHref("/"))))
                .withId("main")
                .withClass("wrap lesson")));
  }

  private HeadTag headOf(View view, String importMap) {
    return head(
        meta().withCharset("utf-8"),
        meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
        title(view.title() + " · Descent"),
        link().withRel("icon").withHref(assets.url("icon.svg")),
        each(Webjars.STYLES, url -> link().withRel("stylesheet").withHref(url)),
        each(
            STYLES,
            name -> link().withRel("stylesheet").withHref(assets.url("css/" + name + ".css"))),
        link()
            .withRel("stylesheet")
            .withHref(assets.url("css/dark.css"))
            .withMedia("screen and (prefers-color-scheme: dark)")
            .attr("data-dark"),
        script().withSrc(assets.url("js/theme.js")),
        script(rawHtml(importMap)).withType("importmap"),
        script().withType("module").withSrc(assets.url("js/main.js")));
  }

  private static BodyTag bodyOf(View view) {
    return body(
        a("Skip to the content").withClass("skip ui").withHref("#main"),
        top(view.crumb()),
        view.content(),
        foot());
  }

  private static HeaderTag top(String crumb) {
    return header(
            div(
                    a(Icons.BRAND, text("Descent")).withClass("brand").withHref("/"),
                    span(crumb).withClass("crumb"),
                    nav(themeSwitch()).attr("aria-label", "Tools"))
                .withClass("wrap"))
        .withClass("top ui");
  }

  /** Without a script it could do nothing, so a script shows it. */
  private static DomContent themeSwitch() {
    return button(Icons.THEME)
        .withClass("btn quiet icon")
        .withType("button")
        .attr("data-theme-switch")
        .attr("hidden")
        .attr("aria-label", "Switch light or dark");
  }

  private static DomContent foot() {
    return footer(
            div(
                    span("Descent"),
                    span("Every figure is a live run. Nothing here is a recording.")
                        .withClass("motto"),
                    a("Glossary").withHref("/glossary"),
                    a("Keyboard").withHref("/keyboard"),
                    a("For authors").withHref("/authors"))
                .withClass("wrap"))
        .withClass("foot ui small");
  }
}
