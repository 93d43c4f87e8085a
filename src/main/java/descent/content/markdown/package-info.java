/** From markdown to HTML: formulas, computed values, references, asides, notes and sections. */
@org.jspecify.annotations.NullMarked
package descent.content.markdown;
