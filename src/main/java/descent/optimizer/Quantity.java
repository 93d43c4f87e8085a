package descent.optimizer;

/**
 * Something that a step computes for each coordinate, for example the first moment.
 *
 * @param name on the wire, snake case
 * @param tex its symbol
 * @param meaning in a few words
 * @param kind how it can be drawn at the point
 * @param origin what it is made of
 */
public record Quantity(String name, String tex, String meaning, Kind kind, Origin origin) {
  /** What a drawing of the numbers means. */
  public enum Kind {
    /** An arrow from the point; it turns around when the gradient does. */
    VECTOR,
    /** A length along each axis; the same when the gradient turns around. */
    SIZE,
    /** Numbers alone. */
    NUMBERS,
    /** One number, which stands at each coordinate. */
    NUMBER;

    /** On the wire. */
    public String wire() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static final String RATE = "effective learning rate";
  static final String RATE_TEX = "\\eta_{\\text{eff}}";
  static final Quantity DIRECTION = vector("direction", "d", "direction of the step");
  static final Quantity LENGTH =
      number("length", "\\eta", "length along the direction").from(Origin.TRIED);
  static final Quantity STEP = vector("step", "\\Delta\\theta", "the step").from(Origin.MOVES);

  /** Numbers alone. */
  public Quantity(String name, String tex, String meaning) {
    this(name, tex, meaning, Kind.NUMBERS, Origin.FOLLOWS);
  }

  static Quantity vector(String name, String tex, String meaning) {
    return new Quantity(name, tex, meaning, Kind.VECTOR, Origin.FOLLOWS);
  }

  static Quantity number(String name, String tex, String meaning) {
    return new Quantity(name, tex, meaning, Kind.NUMBER, Origin.FOLLOWS);
  }

  /** The same, made of something else. */
  Quantity from(Origin other) {
    return new Quantity(name, tex, meaning, kind, other);
  }
}
