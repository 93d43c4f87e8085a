package descent.run.sweep;

import descent.objective.Formula;
import descent.optimizer.OptimizerSpec;
import descent.run.Theory;
import java.util.List;

/** The loss, or a rate, of each cell. */
final class ValueReader implements Reader {
  private final SweepSpec spec;
  private final double small;
  private final double first;
  private final double huge;
  private final double[] eigenvalues;
  private final float[] value;
  private final byte[] kind;

  /**
   * @param small the norm under which a gradient counts as small
   * @param eigenvalues of the problem's minimum, for {@link Measure#THEORY}; else none
   */
  ValueReader(SweepSpec spec, double small, double[] eigenvalues) {
    this.spec = spec;
    this.small = small;
    this.eigenvalues = eigenvalues;
    first = spec.problem().objective().at(spec.start()).gradientNorm();
    huge = Basins.huge(spec.overStarts() ? spec.box() : spec.problem().box());
    value = new float[spec.columns() * spec.rows()];
    kind = new byte[value.length];
  }

  @Override
  public void read(int from, int to, Ends ends) {
    for (int cell = from; cell < to; cell++) {
      double read = spec.measure() == Measure.THEORY ? theory(cell) : measured(ends, cell);
      boolean grows = spec.measure() != Measure.LOSS && read > 1;
      boolean diverged = !Double.isFinite(read) || grows;
      value[cell] = Double.isFinite(read) ? (float) read : Float.NaN;
      kind[cell] = diverged ? Cells.DIVERGED : 0;
    }
  }

  /** What a run shows; NaN if it diverged. */
  double measured(Ends ends, int cell) {
    double[] x = ends.point(cell);
    for (double coordinate : x) {
      if (!(Math.abs(coordinate) < huge)) {
        return Double.NaN;
      }
    }
    Formula objective = spec.problem().objective();
    return spec.measure() == Measure.LOSS
        ? objective.value(x)
        : rate(objective.at(x).gradientNorm(), ends.above()[cell]);
  }

  private double rate(double last, double above) {
    return last > small
        ? Math.pow(last / first, 1.0 / spec.steps())
        : Math.pow(small / first, 1 / Math.max(1, above));
  }

  private double theory(int cell) {
    OptimizerSpec entrant = spec.entrant();
    var hyperparameters =
        entrant
            .hyperparameters()
            .with(
                spec.axes().get(0).name(),
                spec.axes().get(0).centre(cell % spec.columns(), spec.columns()));
    if (spec.axes().size() > 1) {
      hyperparameters =
          hyperparameters.with(
              spec.axes().get(1).name(),
              spec.axes().get(1).centre(cell / spec.columns(), spec.rows()));
    }
    return Theory.of(new OptimizerSpec(entrant.optimizer(), hyperparameters))
        .map(theory -> theory.rate(eigenvalues))
        .orElse(Double.NaN);
  }

  @Override
  public Cells finish(Ends ends) {
    return new Cells(spec, value, kind, List.of());
  }
}
