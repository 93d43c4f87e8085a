/** What an author can put between paragraphs: each directive turns a fence into a block. */
@org.jspecify.annotations.NullMarked
package descent.content.directive;
