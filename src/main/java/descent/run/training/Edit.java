package descent.run.training;

import descent.optimizer.OptimizerSpec;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hyperparameter that takes another value on the way: {@code 120:adam.learning_rate=0.001}.
 *
 * @param step from which on the value holds
 * @param entrant its key: the optimizer's name, {@code name-2} for the second of that name
 * @param name of the hyperparameter
 * @param value as on the wire
 */
public record Edit(int step, String entrant, String name, String value) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,7}):([a-z0-9_]+(?:-\\d)?)\\.([a-z0-9_]+)=([-+.\\w]{1,30})");

  /** The edit that {@code text} writes, if it has the form of one. */
  public static Optional<Edit> read(String text) {
    Matcher match = FORM.matcher(text);
    return match.matches()
        ? Optional.of(
            new Edit(
                Integer.parseInt(match.group(1)), match.group(2), match.group(3), match.group(4)))
        : Optional.empty();
  }

  /**
   * Which of {@code entrants} it is about.
   *
   * @throws IllegalArgumentException if none, with those that there are
   */
  int indexIn(List<OptimizerSpec> entrants) {
    List<String> keys = TrainSpec.keys(entrants);
    int index = keys.indexOf(entrant);
    if (index < 0) {
      throw new IllegalArgumentException(
          "There is no optimizer '%s'; there are: %s.".formatted(entrant, String.join(", ", keys)));
    }
    return index;
  }

  /** {@code spec} with this value. */
  OptimizerSpec apply(OptimizerSpec spec) {
    return spec.with(name, value);
  }

  /** As on the wire. */
  public String wire() {
    return "%d:%s.%s=%s".formatted(step, entrant, name, value);
  }
}
