package descent.content.markdown;

import descent.content.source.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a text may refer to.
 *
 * @param lesson the number in front of those of definitions and theorems
 * @param targets what {@code @fig:valley} stands for, by "fig:valley"
 * @param address the address of a link's destination, if it leads anywhere
 */
public record Surroundings(
    int lesson,
    Scope scope,
    Map<String, Target> targets,
    Glossary glossary,
    Function<String, Optional<String>> address) {

  /** Where a reference leads and the words it is shown with. */
  public record Target(String address, String words) {}

  public Surroundings {
    targets = Map.copyOf(targets);
  }

  public Surroundings with(Scope other) {
    return new Surroundings(lesson, other, targets, glossary, address);
  }
}
