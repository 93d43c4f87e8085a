/**
 * One expression tree, from which value, symbolic derivative, TeX and loops are printed.
 *
 * <p>{@link descent.expr.Expr#parse} reads what a person types. A {@link descent.expr.Tape}
 * evaluates several expressions at one point; a {@link descent.expr.Program} is made a {@link
 * descent.expr.Kernel} that runs over arrays of points.
 */
@org.jspecify.annotations.NullMarked
package descent.expr;
