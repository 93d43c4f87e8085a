/**
 * The few dense kernels that networks and curvature need, behind one interface.
 *
 * <p>{@link descent.linalg.EjmlAlgebra} in double defines the answer; {@link
 * descent.linalg.OpenBlasAlgebra} is the fast one.
 */
@org.jspecify.annotations.NullMarked
package descent.linalg;
