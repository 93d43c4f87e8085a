/**
 * HTTP in, HTML and events out: no mathematics and no file parsing. Here is the server itself; its
 * pages are in {@code page}, its data in {@code api}.
 */
@org.jspecify.annotations.NullMarked
package descent.web;
