package descent.run.sweep;

import descent.run.sweep.Cells.Band;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The median loss of each cell's runs, and the quartiles; a run that diverged is above all others.
 */
final class Bands implements Reader {
  private final SweepSpec spec;
  private final ValueReader reader;
  private final double[] loss;

  Bands(SweepSpec spec, ValueReader reader) {
    this.spec = spec;
    this.reader = reader;
    loss = new double[spec.runs()];
  }

  @Override
  public void read(int from, int to, Ends ends) {
    for (int run = from; run < to; run++) {
      double value = reader.measured(ends, run);
      loss[run] = Double.isFinite(value) ? value : Double.POSITIVE_INFINITY;
    }
  }

  @Override
  public Cells finish(Ends ends) {
    int columns = spec.columns();
    int seeds = spec.noise().seeds();
    float[] median = new float[columns];
    Band band = new Band(new float[columns], new float[columns]);
    byte[] kind = new byte[columns];
    double[] runs = new double[seeds];
    for (int column = 0; column < columns; column++) {
      for (int seed = 0; seed < seeds; seed++) {
        runs[seed] = loss[seed * columns + column];
      }
      Arrays.sort(runs);
      double middle = runs[seeds / 2];
      median[column] = Double.isFinite(middle) ? (float) middle : Float.NaN;
      kind[column] = Double.isFinite(middle) ? 0 : Cells.DIVERGED;
      band.low()[column] = (float) runs[seeds / 4];
      band.high()[column] = (float) runs[seeds - 1 - seeds / 4];
    }
    return new Cells(spec, median, kind, List.of(), Optional.of(band));
  }
}
