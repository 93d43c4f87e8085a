package descent.web.page;

import j2html.tags.DomContent;

/**
 * One page, without what all pages share.
 *
 * @param title of the document; the name of the course follows it
 * @param crumb where in the course one is, for the header; may be empty
 * @param lesson slug of the lesson that is read; empty elsewhere
 * @param content all between header and footer, with one main element
 */
record View(String title, String crumb, String lesson, DomContent content) {
  static View of(String title, DomContent content) {
    return new View(title, "", "", content);
  }
}
