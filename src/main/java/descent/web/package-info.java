/**
 * HTTP in, HTML and events out: no mathematics and no file parsing, only the course, its runs and
 * its answers put on the wire.
 */
@NullMarked
package descent.web;

import org.jspecify.annotations.NullMarked;
