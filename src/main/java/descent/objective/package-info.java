/**
 * What is minimised: value, gradient and curvature, and the named problems with their facts.
 *
 * <p>A {@code double[]} in a record is never written after construction.
 */
@org.jspecify.annotations.NullMarked
package descent.objective;
