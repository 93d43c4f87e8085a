package descent.optimizer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One value for each hyperparameter of an optimizer; immutable. */
public final class Hyperparameters {
  private final Map<String, Double> values;

  private Hyperparameters(Map<String, Double> values) {
    this.values = values;
  }

  /**
   * The defaults of {@code known}, with {@code given} in their place.
   *
   * @throws IllegalArgumentException for an unknown name or a value outside its range
   */
  public static Hyperparameters of(
      String optimizer, List<Hyperparameter> known, Map<String, Double> given) {
    Map<String, Double> values = new LinkedHashMap<>();
    known.forEach(h -> values.put(h.name(), h.initial()));
    given.forEach(
        (name, value) -> {
          Hyperparameter hyperparameter =
              known.stream()
                  .filter(h -> h.name().equals(name))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "'%s' is unknown for %s; known: %s"
                                  .formatted(name, optimizer, values.keySet())));
          values.put(name, hyperparameter.check(value));
        });
    return new Hyperparameters(values);
  }

  /** The value of {@code name}, which the optimizer has. */
  public double get(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("no hyperparameter '" + name + "' in " + values.keySet());
    }
    return value;
  }

  /** The values by name, in the optimizer's order. */
  public Map<String, Double> asMap() {
    return java.util.Collections.unmodifiableMap(values);
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
