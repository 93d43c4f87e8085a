package descent.objective;

/**
 * A real function of n real coordinates; immutable, thread-safe, never keeps or writes {@code x}.
 */
public interface Objective {
  /** The number of coordinates n. */
  int dimension();

  /** f(x), perhaps NaN or infinite outside the domain. */
  double value(double[] x);

  /** f(x) and ∇f(x). */
  Evaluation at(double[] x);
}
