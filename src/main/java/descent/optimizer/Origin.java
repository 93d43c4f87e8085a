package descent.optimizer;

/** What a quantity of a step is made of, in one sentence. */
public enum Origin {
  /** From the objective at the point. */
  READ("It is read where the point stands."),
  /** From second derivatives at the point. */
  CURVATURE("They are read from the curvature where the point stands."),
  /** From its own last value. */
  RENEWED("It is renewed from what was remembered."),
  /** From what stands above it and from what earlier steps left. */
  MIXED("It mixes the above with what was remembered."),
  /** From what stands above it. */
  FOLLOWS("It follows from the above."),
  /** From values of the objective further on. */
  TRIED("It is found by trying."),
  /** From k steps. */
  EACH_K("Every k steps they go a part of the way, and the point back to them."),
  /** Where the point goes. */
  MOVES("The point moves by it.");

  private final String sentence;

  Origin(String sentence) {
    this.sentence = sentence;
  }

  /** For a learner. */
  String sentence() {
    return sentence;
  }
}
