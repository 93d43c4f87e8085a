package descent.expr;

/** Several functions of the same inputs, evaluated together at one point; thread-safe. */
public interface Routine {
  /**
   * Computes all outputs.
   *
   * @param in one value for each input; not modified
   * @param out receives one value for each output
   */
  void evaluate(double[] in, double[] out);
}
