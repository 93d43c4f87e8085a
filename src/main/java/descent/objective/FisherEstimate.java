package descent.objective;

/** Where the labels in a Fisher matrix come from. */
public enum FisherEstimate {
  /** The expectation in closed form: one backward pass an output. */
  EXACT,
  /** One label an example, drawn from the model. */
  SAMPLED,
  /** The labels of the data: biased, the empirical Fisher. */
  EMPIRICAL,
  /**
   * A random sign for each output: an unbiased single pass, J. Martens, I. Sutskever, K. Swersky,
   * 2012, arXiv:1206.6464.
   */
  SIGNS
}
