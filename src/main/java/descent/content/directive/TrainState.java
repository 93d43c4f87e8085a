package descent.content.directive;

import descent.content.directive.RunState.Row;
import descent.device.Device;
import descent.model.Network;
import descent.optimizer.OptimizerSpec;
import descent.plot.TrainPicture.Axis;
import descent.plot.TrainPicture.Measure;
import descent.run.training.Edit;
import descent.run.training.TrainData;
import descent.run.training.TrainLimits;
import descent.run.training.TrainSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that a training figure shows: what its form holds and its address writes.
 *
 * @param axis what runs to the right
 * @param measure what is drawn
 * @param logarithmic whether upwards is
 * @param rows optimizers, on or off
 * @param edits values that hyperparameters take on the way, by the keys of rows
 * @param device where it is computed
 */
record TrainState(
    TrainData data,
    Network network,
    int batch,
    int steps,
    long seed,
    Axis axis,
    Measure measure,
    boolean logarithmic,
    List<Row> rows,
    List<Edit> edits,
    String device) {

  TrainState {
    rows = List.copyOf(rows);
    edits = List.copyOf(edits);
  }

  List<Row> on() {
    return rows.stream().filter(Row::on).toList();
  }

  /** The trainings of the rows that are on, if any is. */
  Optional<TrainSpec> spec(TrainLimits limits) {
    List<OptimizerSpec> entrants = on().stream().map(Row::optimizer).toList();
    if (entrants.isEmpty()) {
      return Optional.empty();
    }
    List<String> mine = on().stream().map(Row::key).toList();
    List<String> wire = TrainSpec.keys(entrants);
    List<Edit> renamed =
        edits.stream()
            .filter(e -> mine.contains(e.entrant()) && e.step() < steps)
            .map(e -> new Edit(e.step(), wire.get(mine.indexOf(e.entrant())), e.name(), e.value()))
            .toList();
    return Optional.of(
        new TrainSpec(
            data,
            network,
            batch,
            steps,
            limits.every(steps),
            seed,
            entrants,
            renamed,
            device,
            device.equals(Device.REFERENCE) ? "double" : "single"));
  }

  /** The widths of the hidden layers, as in a field. */
  String hidden() {
    String widths =
        network.widths().subList(1, network.layers()).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return widths.isEmpty() ? "none" : widths;
  }
}
