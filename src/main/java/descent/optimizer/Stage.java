package descent.optimizer;

/**
 * One thing that a step computes on its way.
 *
 * @param index of its row in {@link Step#inner}
 * @param isRemembered whether it is kept for the next step
 * @param tex how it is computed, without delimiters; empty where no one line says it
 */
public record Stage(int index, Quantity quantity, boolean isRemembered, String tex) {
  private static final int LAST_OF_ALL = Integer.MAX_VALUE;

  /** The gradient, with which every step begins; its row is the frame's own. */
  public static final Stage GRADIENT =
      new Stage(
          LAST_OF_ALL,
          Quantity.vector("gradient", "g", "the gradient here").from(Origin.READ),
          false,
          "g \\leftarrow \\nabla f(\\theta)");

  /** What happens, in two sentences. */
  public String sentence() {
    String meaning = quantity.meaning();
    String name = Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1);
    return name + ". " + quantity.origin().sentence();
  }
}
