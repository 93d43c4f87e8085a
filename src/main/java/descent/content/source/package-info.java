/** What an author wrote: YAML with its lines, prose, computed values, and the mistakes in them. */
@org.jspecify.annotations.NullMarked
package descent.content.source;
