package descent.run.sweep;

import descent.run.Computed;
import java.util.List;
import java.util.Optional;

/**
 * A finished map, rows of cells from the lowest value of the second axis up.
 *
 * @param value of each cell; where the run diverged NaN, or the rate above 1; never written
 * @param kind of each cell: {@link #DIVERGED}, {@link #UNSETTLED}, or the index of its basin (0
 *     where basins are not looked for); never written
 * @param basins the minima in which runs ended, in the order of their indices
 * @param band between the quartiles of each cell's runs, where there are several
 * @param computed where
 */
public record Cells(
    SweepSpec spec,
    int columns,
    int rows,
    float[] value,
    byte[] kind,
    List<Basin> basins,
    Optional<Band> band,
    Computed computed) {
  /** On the wire 255: the run grew past all bounds or met what is no number. */
  public static final byte DIVERGED = -1;

  /** On the wire 254: the run ended in no basin. */
  public static final byte UNSETTLED = -2;

  /**
   * A point in which runs end.
   *
   * @param x n coordinates; never written
   * @param value f(x)
   */
  public record Basin(double[] x, double value) {}

  /**
   * From one quartile to the other; +∞ where runs diverged.
   *
   * @param low of each cell; never written
   * @param high of each cell; never written
   */
  public record Band(float[] low, float[] high) {}

  public Cells {
    basins = List.copyOf(basins);
  }

  /** Computed where it was asked for. */
  Cells(SweepSpec spec, float[] value, byte[] kind, List<Basin> basins) {
    this(spec, value, kind, basins, Optional.empty());
  }

  Cells(SweepSpec spec, float[] value, byte[] kind, List<Basin> basins, Optional<Band> band) {
    this(spec, spec.columns(), spec.rows(), value, kind, basins, band, Computed.on(spec.device()));
  }

  /** This map as the answer to {@code asked}. */
  Cells of(SweepSpec asked, Computed where) {
    return new Cells(asked, columns, rows, value, kind, basins, band, where);
  }

  /** The smallest and the largest value of the runs that did not diverge; two NaN if all did. */
  public float[] range() {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int cell = 0; cell < value.length; cell++) {
      if (kind[cell] != DIVERGED) {
        low = Math.min(low, value[cell]);
        high = Math.max(high, value[cell]);
      }
    }
    return low <= high ? new float[] {low, high} : new float[] {Float.NaN, Float.NaN};
  }
}
