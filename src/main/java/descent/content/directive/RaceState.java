package descent.content.directive;

import static descent.words.Words.key;

import descent.content.directive.RunState.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All that a race shows.
 *
 * @param run the optimizers and their runs
 * @param show what is drawn at each head
 * @param taken the key of the optimizer whose step is taken apart
 */
record RaceState(RunState run, Show show, String taken) {

  /** What is drawn at the head of each path. */
  enum Show {
    ARROWS(key("gradient and step")),
    PATH(key("paths alone")),
    MOMENTUM(key("remembered directions")),
    SQUARES(key("remembered sizes")),
    ALL(key("everything"));

    private final String words;

    Show(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    static List<String> wires() {
      return List.of(values()).stream().map(Show::wire).toList();
    }

    static Show of(String wire) {
      return valueOf(wire.toUpperCase(Locale.ROOT));
    }
  }

  /** The optimizer whose step is taken apart; the first that is on where it is not. */
  Optional<Row> row() {
    List<Row> on = run.on();
    return on.stream()
        .filter(row -> row.key().equals(taken))
        .findFirst()
        .or(() -> on.stream().findFirst());
  }
}
