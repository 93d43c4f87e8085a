package descent.content.directive;

import static j2html.TagCreator.*;

import descent.words.Words;
import j2html.tags.DomContent;
import j2html.tags.specialized.ButtonTag;

/**
 * Number and title of a figure, and its tools.
 *
 * @param drawing whether the figure can be had as an SVG file
 */
record FigureHead(Caption caption, boolean drawing, Words words) {
  DomContent html() {
    return header(
            title(caption, words),
            div(
                    tool("link", words.say("Copy link"), Icon.LINK),
                    menu(
                        "",
                        words.say("Download"),
                        Icon.DOWNLOAD,
                        menuItem("png", words.say("Picture, PNG")),
                        iff(drawing, menuItem("svg", words.say("Drawing, SVG"))),
                        menuItem("csv", words.say("Numbers, CSV"))),
                    tool("table", words.say("Table of the state"), Icon.TABLE),
                    tool("screen", words.say("Full screen"), Icon.SCREEN),
                    menu(
                        " more",
                        words.say("More"),
                        Icon.MORE,
                        menuItem("link", words.say("Copy link")),
                        menuItem("png", words.say("Download PNG")),
                        menuItem("csv", words.say("Download CSV")),
                        menuItem("table", words.say("Table of the state")),
                        menuItem("reset", words.say("Reset"))))
                .withClass("tools js"))
        .withClass("fh");
  }

  /** Number and title alone. */
  static DomContent title(Caption caption, Words words) {
    return Language.ofAuthor(h3(), words)
        .with(
            iff(!caption.number().isEmpty(), span(caption.number()).withClass("fn-no")),
            text(" "),
            caption.title().inline())
        .withId(caption.id() + "-title");
  }

  private static DomContent menu(String style, String label, Icon icon, DomContent... items) {
    return details(
            summary(icon.html())
                .withClass("btn quiet icon")
                .withTitle(label)
                .attr("aria-label", label),
            div(items).withClass("menu"))
        .withClass("drop" + style);
  }

  static ButtonTag tool(String action, String words, Icon icon) {
    return button(icon.html())
        .withType("button")
        .withClass("btn quiet icon " + action)
        .withTitle(words)
        .attr("aria-label", words)
        .attr("data-do", action);
  }

  private static ButtonTag menuItem(String action, String words) {
    return button(words).withType("button").attr("data-do", action);
  }
}
