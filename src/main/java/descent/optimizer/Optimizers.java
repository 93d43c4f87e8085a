package descent.optimizer;

import static descent.optimizer.Rule.rule;

import descent.optimizer.Hyperparameter.Range;
import descent.optimizer.Hyperparameter.Scale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every optimizer of the course, and how one is written on the wire. */
public final class Optimizers {
  private final List<Optimizer<?>> all =
      List.of(
          new RuleOptimizer(
              "gd",
              "Gradient descent",
              "A.-L. Cauchy, 1847",
              List.of(learningRate(0.01)),
              rule().assign("x", "x - learning_rate*g", "x", "the new point").build()));

  private static Hyperparameter learningRate(double initial) {
    return new Hyperparameter(
        "learning_rate",
        "learning rate",
        "η",
        "\\eta",
        initial,
        1e-5,
        10,
        Scale.LOG,
        new Range(0, true, Double.POSITIVE_INFINITY, true),
        "How far one step goes for a gradient of length one.");
  }

  /** Every optimizer, in the order of the menu. */
  public List<Optimizer<?>> all() {
    return all;
  }

  /** The optimizer called {@code name}, if there is one. */
  public Optional<Optimizer<?>> named(String name) {
    return all.stream().filter(o -> o.name().equals(name)).findFirst();
  }

  /**
   * Reads {@code name(hyperparameter=value,…)}; absent hyperparameters take their defaults.
   *
   * @throws IllegalArgumentException naming what is unknown, with what is known
   */
  public OptimizerSpec parse(String wire) {
    int open = wire.indexOf('(');
    String name = (open < 0 ? wire : wire.substring(0, open)).strip();
    Optimizer<?> optimizer =
        named(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'%s' is no optimizer; known: %s".formatted(name, names())));
    if (open >= 0 && !wire.strip().endsWith(")")) {
      throw new IllegalArgumentException("'%s' lacks its closing bracket".formatted(wire));
    }
    String inside = open < 0 ? "" : wire.strip().substring(open + 1, wire.strip().length() - 1);
    return new OptimizerSpec(
        optimizer, Hyperparameters.of(name, optimizer.hyperparameters(), pairs(inside)));
  }

  private static Map<String, Double> pairs(String inside) {
    Map<String, Double> pairs = new LinkedHashMap<>();
    for (String pair : inside.isBlank() ? new String[0] : inside.split(",")) {
      String[] sides = pair.split("=", 2);
      try {
        pairs.put(sides[0].strip(), Double.parseDouble(sides[1]));
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw new IllegalArgumentException(
            "'%s' should be hyperparameter=number".formatted(pair.strip()), e);
      }
    }
    return pairs;
  }

  private String names() {
    return all.stream().map(Optimizer::name).collect(Collectors.joining(", "));
  }
}
