package descent.optimizer;

import descent.optimizer.WireReader.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every optimizer of the course, and how one is written on the wire. */
public final class Optimizers {
  private final List<Optimizer<?>> all =
      List.of(
          GradientDescent.optimizer(),
          Momentum.momentum(),
          Momentum.nesterov(),
          QuasiHyperbolic.momentum(),
          Adagrad.optimizer(),
          RmsProp.optimizer(),
          Adadelta.optimizer(),
          Adam.adam(),
          Adam.adamw(),
          Adam.padam(),
          Adamax.optimizer(),
          Nadam.optimizer(),
          Radam.optimizer(),
          QuasiHyperbolic.adam(),
          AdaBound.adabound(),
          AdaBound.amsbound(),
          Signs.lion(),
          Signs.signDescent(),
          new Lookahead<>(Adam.adam()),
          SearchedDescent.armijo(),
          SearchedDescent.wolfe(),
          new ConjugateGradient(),
          new Lbfgs(),
          new Newton(),
          new SaddleFreeNewton(),
          new TrustRegion());

  private final List<Optimizer<?>> ofModels = SecondOrder.all();

  /** Every optimizer of a function, in the order of the menu. */
  public List<Optimizer<?>> all() {
    return all;
  }

  /** Every optimizer that needs a model with data, in the order of the menu. */
  public List<Optimizer<?>> ofModels() {
    return ofModels;
  }

  /** The optimizer called {@code name}, if there is one; {@code sgd} is {@code gd}. */
  public Optional<Optimizer<?>> named(String name) {
    String known = name.equals("sgd") ? "gd" : name;
    return Stream.concat(all.stream(), ofModels.stream())
        .filter(o -> o.name().equals(known))
        .findFirst();
  }

  /**
   * Reads {@code name(hyperparameter=value,…)}; absent hyperparameters take their defaults.
   *
   * @throws IllegalArgumentException naming what is unknown, with what is known
   */
  public OptimizerSpec parse(String wire) {
    return spec(WireReader.read(wire));
  }

  private OptimizerSpec spec(Call call) {
    Optimizer<?> optimizer = optimizer(call);
    Map<String, String> words = new LinkedHashMap<>();
    for (Call inner : call.inner()) {
      words.putAll(inner.values());
    }
    words.putAll(call.values());
    return new OptimizerSpec(
        optimizer,
        Hyperparameters.of(call.name(), optimizer.hyperparameters(), numbers(optimizer, words)));
  }

  private Optimizer<?> optimizer(Call call) {
    Optimizer<?> named =
        call.name().equals(Lookahead.NAME) && !call.inner().isEmpty()
            ? new Lookahead<>(inner(call))
            : plain(call);
    return Schedule.isNamedIn(call.values().keySet()) ? Schedule.around(named) : named;
  }

  private Optimizer<?> inner(Call call) {
    if (call.inner().size() > 1) {
      throw new IllegalArgumentException("lookahead goes around one optimizer, not two.");
    }
    Call inner = call.inner().get(0);
    return spec(inner).optimizer();
  }

  private Optimizer<?> plain(Call call) {
    if (!call.inner().isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' in %s should be hyperparameter=value."
              .formatted(call.inner().get(0).name(), call.name()));
    }
    return named(call.name())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no optimizer; known: %s.".formatted(call.name(), names())));
  }

  private static Map<String, Double> numbers(Optimizer<?> optimizer, Map<String, String> words) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    words.forEach(
        (name, word) ->
            numbers.put(
                name,
                Hyperparameters.named(optimizer.name(), optimizer.hyperparameters(), name)
                    .read(word)));
    return numbers;
  }

  private String names() {
    return Stream.concat(all.stream(), ofModels.stream())
        .map(Optimizer::name)
        .collect(Collectors.joining(", "));
  }
}
