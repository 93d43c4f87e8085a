package descent.content.directive;

import descent.content.source.Source;
import java.util.List;
import java.util.Set;

/** What a reader may change in a figure. */
record Controls(Set<String> all) {
  private static final List<String> KNOWN = List.of("objective", "optimizers", "steps");

  Controls {
    all = Set.copyOf(all);
  }

  /** The list {@code controls} of a fence; everything where it is absent. */
  static Controls of(Source source) {
    return of(source, KNOWN);
  }

  /** The same for a figure with other controls. */
  static Controls of(Source source, List<String> known) {
    List<String> given = source.texts("controls");
    for (String word : given) {
      if (!known.contains(word) && !word.equals("none")) {
        source.error("controls", "'%s' is unknown for controls; known: %s".formatted(word, known));
      }
    }
    return new Controls(Set.copyOf(source.has("controls") ? given : known));
  }

  boolean has(String word) {
    return all.contains(word);
  }
}
