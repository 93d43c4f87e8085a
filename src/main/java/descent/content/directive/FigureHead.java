package descent.content.directive;

import static j2html.TagCreator.*;

import j2html.tags.DomContent;
import j2html.tags.specialized.ButtonTag;

/**
 * Number and title of a figure, and its tools.
 *
 * @param drawing whether the figure can be had as an SVG file
 */
record FigureHead(Caption caption, boolean drawing) {
  DomContent html() {
    return header(
            title(caption),
            div(
                    tool("link", "Copy link", Icon.LINK),
                    menu(
                        "",
                        "Download",
                        Icon.DOWNLOAD,
                        menuItem("png", "Picture, PNG"),
                        iff(drawing, menuItem("svg", "Drawing, SVG")),
                        menuItem("csv", "Numbers, CSV")),
                    tool("table", "Table of the state", Icon.TABLE),
                    tool("screen", "Full screen", Icon.SCREEN),
                    menu(
                        " more",
                        "More",
                        Icon.MORE,
                        menuItem("link", "Copy link"),
                        menuItem("png", "Download PNG"),
                        menuItem("csv", "Download CSV"),
                        menuItem("table", "Table of the state"),
                        menuItem("reset", "Reset")))
                .withClass("tools js"))
        .withClass("fh");
  }

  /** Number and title alone. */
  static DomContent title(Caption caption) {
    return h3(
            iff(!caption.number().isEmpty(), span(caption.number()).withClass("fn-no")),
            text(" "),
            caption.title().inline())
        .withId(caption.id() + "-title");
  }

  private static DomContent menu(String style, String words, Icon icon, DomContent... items) {
    return details(
            summary(icon.html())
                .withClass("btn quiet icon")
                .withTitle(words)
                .attr("aria-label", words),
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
