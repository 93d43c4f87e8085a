package descent.content.directive;

import descent.content.source.Quantity;
import descent.content.source.Quantity.Arguments;
import descent.run.training.Curve;
import descent.run.training.TrainService;
import descent.run.training.TrainSpec;
import descent.run.training.TrainingFrame;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The numbers of a training that its caption and the prose may ask for; none depends on a clock.
 */
record TrainQuantities(TrainState state, TrainService service) {
  List<Quantity> all() {
    return List.of(
        last("final_loss", "The mean loss on the data learned from", f -> f.train().loss()),
        last("final_accuracy", "The share of right classes there", f -> f.train().accuracy()),
        last("held_loss", "The mean loss on the data held out", f -> f.held().loss()),
        last("held_accuracy", "The share of right classes there", f -> f.held().accuracy()),
        new Quantity(
            "steps_to_loss(loss, optimizer)",
            "The first drawn step at which the loss is at most this.",
            this::stepsTo),
        new Quantity("parameters()", "Weights and biases.", a -> state.network().parameters()));
  }

  private Quantity last(String name, String what, ToDoubleFunction<TrainingFrame> reading) {
    return new Quantity(
        name + "(optimizer)",
        what + ", where the training ends.",
        a -> reading.applyAsDouble(curve(a, 0).last()));
  }

  private double stepsTo(Arguments arguments) {
    double wanted = arguments.number(0);
    return curve(arguments, 1).moments().stream()
        .filter(moment -> moment.frame().train().loss() <= wanted)
        .mapToInt(moment -> moment.frame().step())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "steps_to_loss: the loss does not come down to %s in %d steps"
                        .formatted(wanted, state.steps())));
  }

  private Curve curve(Arguments arguments, int index) {
    TrainSpec spec = state.spec(service.catalog().limits()).orElseThrow();
    int row = RunQuantities.index(state.on(), arguments, index);
    return service.result(spec).curves().get(row);
  }
}
