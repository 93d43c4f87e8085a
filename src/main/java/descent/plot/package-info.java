/** What a run, a field or a surface looks like: scales, contours and paths as geometry and SVG. */
@org.jspecify.annotations.NullMarked
package descent.plot;
