package descent.expr;

/**
 * A tape that turns into machine code once it has run often enough for that to pay; equal bits
 * before and after. Thread-safe.
 */
public final class Warming implements Routine {
  static final int OFTEN = 200_000;

  private final Tape tape;
  private volatile Routine routine;
  private int runs;

  public Warming(Tape tape) {
    this.tape = tape;
    routine = tape;
  }

  /** Whether it runs as machine code. */
  boolean isWarm() {
    return routine != tape;
  }

  @Override
  public void evaluate(double[] in, double[] out) {
    if (routine == tape && ++runs == OFTEN) {
      routine = tape.compiled();
    }
    routine.evaluate(in, out);
  }
}
