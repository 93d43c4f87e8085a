/**
 * One expression tree, from which value, symbolic derivative, TeX and loops are printed.
 *
 * <p>{@link descent.expr.Expr#parse} reads what a person types; {@link descent.expr.Tape} evaluates
 * many expressions fast.
 */
@org.jspecify.annotations.NullMarked
package descent.expr;
