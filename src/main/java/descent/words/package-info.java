/** What the interface says, in the reader's language; the words of lessons stay as written. */
@org.jspecify.annotations.NullMarked
package descent.words;
