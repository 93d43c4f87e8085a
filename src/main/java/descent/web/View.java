package descent.web;

import j2html.tags.DomContent;

/**
 * One page, without what all pages share.
 *
 * @param title of the document; the name of the course follows it
 * @param crumb where in the course one is, in the header; may be empty
 * @param content from the main element to the last section
 */
record View(String title, String crumb, DomContent content) {}
