package descent.optimizer;

/**
 * Something that a step computes for each coordinate, for example the first moment.
 *
 * @param name on the wire, snake case
 * @param tex its symbol
 * @param meaning in a few words
 */
public record Quantity(String name, String tex, String meaning) {
  static final String RATE = "effective learning rate";
  static final String RATE_TEX = "\\eta_{\\text{eff}}";
  static final Quantity DIRECTION = new Quantity("direction", "d", "direction of the step");
  static final Quantity LENGTH = new Quantity("length", "\\eta", "length along the direction");
  static final Quantity STEP = new Quantity("step", "\\Delta\\theta", "the step");
}
