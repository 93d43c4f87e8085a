package descent.classroom;

/** Something that a learner may not do, said in plain words. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message);
  }
}
