/**
 * Compares this program with reference values from elsewhere.
 *
 * <p>{@link descent.verify.Verifier} reads files of any {@link descent.verify.Form} it was given.
 */
@org.jspecify.annotations.NullMarked
package descent.verify;
