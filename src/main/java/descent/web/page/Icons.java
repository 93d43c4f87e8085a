package descent.web.page;

import static j2html.TagCreator.rawHtml;

import j2html.tags.DomContent;

/** The few drawings of the interface, as inline SVG in the colour of the text around them. */
final class Icons {
  static final DomContent BRAND =
      svg(
          "<path d='M2 4C4 16 9 20 22 20'/><path d='M7 4c1 7 5 11 15 11.5'/>"
              + "<path d='M12.5 4c.8 3.6 3.5 6.3 9.5 7'/>");
  static final DomContent THEME =
      svg(
          "<circle cx='12' cy='12' r='8.5'/>"
              + "<path class='fill' d='M12 3.5a8.5 8.5 0 0 1 0 17z'/>");

  static final DomContent SEARCH =
      svg("<circle cx='10.5' cy='10.5' r='6.5'/><path d='M15.5 15.5l5 5'/>");

  private Icons() {}

  private static DomContent svg(String shapes) {
    return rawHtml("<svg viewBox='0 0 24 24' aria-hidden='true'>" + shapes + "</svg>");
  }
}
