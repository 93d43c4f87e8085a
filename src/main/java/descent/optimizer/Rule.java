package descent.optimizer;

import descent.expr.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * An elementwise update, written once as expressions.
 *
 * <p>Scalars are computed once a step from {@code t} (1, 2, …), the hyperparameters and the scalars
 * before them; a scalar may use its own previous value, starting from {@code initial}. Then, for
 * each coordinate, the assignments run in order: each may use {@code g}, {@code x}, the slots, the
 * scalars, the hyperparameters and everything assigned before it. The last one assigns {@code x}.
 *
 * @param slots what is remembered for each coordinate
 */
public record Rule(List<Slot> slots, List<Scalar> scalars, List<Assignment> assignments) {
  /** A number remembered for each coordinate; {@code initial} may use hyperparameters. */
  public record Slot(String name, Expr initial) {}

  /** A number computed once a step. */
  public record Scalar(String name, Expr initial, Expr value) {}

  /** {@code target ← value} for each coordinate; {@code tex} and {@code meaning} for the table. */
  public record Assignment(String target, Expr value, String tex, String meaning) {}

  public Rule {
    slots = List.copyOf(slots);
    scalars = List.copyOf(scalars);
    assignments = List.copyOf(assignments);
  }

  /** Starts an empty rule. */
  public static Builder rule() {
    return new Builder();
  }

  /** Collects a rule from text. */
  public static final class Builder {
    private final List<Slot> slots = new ArrayList<>();
    private final List<Scalar> scalars = new ArrayList<>();
    private final List<Assignment> assignments = new ArrayList<>();

    /** A slot that starts at zero. */
    public Builder slot(String name) {
      return slot(name, "0");
    }

    /** A slot that starts at {@code initial}. */
    public Builder slot(String name, String initial) {
      slots.add(new Slot(name, Expr.parse(initial)));
      return this;
    }

    /** A scalar without memory. */
    public Builder scalar(String name, String value) {
      return scalar(name, "0", value);
    }

    /** A scalar that may use its own previous value, at first {@code initial}. */
    public Builder scalar(String name, String initial, String value) {
      scalars.add(new Scalar(name, Expr.parse(initial), Expr.parse(value)));
      return this;
    }

    /** {@code target ← value} in each coordinate. */
    public Builder assign(String target, String value, String tex, String meaning) {
      assignments.add(new Assignment(target, Expr.parse(value), tex, meaning));
      return this;
    }

    /** The rule; its last assignment moves {@code x}. */
    public Rule build() {
      return new Rule(slots, scalars, assignments);
    }
  }
}
