/** The course: lessons in markdown, checked whole and turned into pages that draw themselves. */
@org.jspecify.annotations.NullMarked
package descent.content;
