package descent.content.directive;

import static j2html.TagCreator.rawHtml;

import j2html.tags.DomContent;

/** The drawings on the buttons of a figure, in the colour of the text around them. */
public enum Icon {
  PLAY(
      "<path class='fill i-play' d='M8 5.5v13l10.5-6.5z'/><path class='i-pause' d='M8.5 6v12M15.5"
          + " 6v12'/>"),
  BACK("<path d='M7 6v12M17 6l-7 6 7 6'/>"),
  ON("<path d='M17 6v12M7 6l7 6-7 6'/>"),
  RESET("<path d='M5 5v5h5M5.6 10A7.5 7.5 0 1 1 4.5 14'/>"),
  LINK(
      "<path d='M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.700l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3a4"
          + " 4 0 0 0 5.700 5.700l1-1'/>"),
  DOWNLOAD("<path d='M12 4v11M7.500 11l4.500 4.500 4.500-4.500M5 19.500h14'/>"),
  TABLE("<path d='M4.500 5h15v14h-15zM4.500 9.500h15M10 9.500V19'/>"),
  SCREEN("<path d='M4.500 9V4.500H9M15 4.500h4.500V9M19.500 15v4.500H15M9 19.500H4.500V15'/>"),
  MORE(
      "<path class='fill' d='M5 11a1 1 0 1 0 .01 0zM12 11a1 1 0 1 0 .01 0zM19 11a1 1 0 1 0 .01"
          + " 0z'/>"),
  STOP("<path class='fill' d='M7.500 7.500h9v9h-9z'/>"),
  OPEN("<path d='M6 9.500l6 6 6-6'/>"),
  REMOVE("<path d='M6.500 6.500l11 11M17.500 6.500l-11 11'/>");

  private final String shapes;

  Icon(String shapes) {
    this.shapes = shapes;
  }

  /** The drawing. */
  public DomContent html() {
    return rawHtml("<svg viewBox='0 0 24 24' aria-hidden='true'>" + shapes + "</svg>");
  }
}
