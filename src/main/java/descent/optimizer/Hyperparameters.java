package descent.optimizer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One value for each hyperparameter of an optimizer; immutable. */
public final class Hyperparameters {
  private final List<Hyperparameter> known;
  private final Map<String, Double> values;

  private Hyperparameters(List<Hyperparameter> known, Map<String, Double> values) {
    this.known = known;
    this.values = values;
  }

  /**
   * The defaults of {@code known}, with {@code given} in their place.
   *
   * @param optimizer its name, for the message
   * @throws IllegalArgumentException for an unknown name or a value outside its range
   */
  public static Hyperparameters of(
      String optimizer, List<Hyperparameter> known, Map<String, Double> given) {
    Map<String, Double> values = new LinkedHashMap<>();
    known.forEach(h -> values.put(h.name(), h.initial()));
    given.forEach((name, value) -> values.put(name, named(optimizer, known, name).check(value)));
    return new Hyperparameters(List.copyOf(known), values);
  }

  /**
   * The record of {@code name}.
   *
   * @throws IllegalArgumentException if the optimizer has none, with those that it has
   */
  static Hyperparameter named(String optimizer, List<Hyperparameter> known, String name) {
    return known.stream()
        .filter(h -> h.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is unknown for %s; known: %s."
                        .formatted(
                            name,
                            optimizer,
                            String.join(", ", known.stream().map(Hyperparameter::name).toList()))));
  }

  /** The value of {@code name}, which the optimizer has. */
  public double get(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("no hyperparameter '" + name + "' in " + values.keySet());
    }
    return value;
  }

  /** Whether the switch {@code name} is on. */
  boolean isOn(String name) {
    return get(name) != 0;
  }

  /**
   * These values but for one.
   *
   * @throws IllegalArgumentException if {@code name} is unknown or the value outside its range
   */
  public Hyperparameters with(String name, double value) {
    Map<String, Double> changed = new LinkedHashMap<>(values);
    changed.put(name, named("this optimizer", known, name).check(value));
    return new Hyperparameters(known, changed);
  }

  /** The values by name, in the optimizer's order. */
  public Map<String, Double> asMap() {
    return Collections.unmodifiableMap(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hyperparameters h && h.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
