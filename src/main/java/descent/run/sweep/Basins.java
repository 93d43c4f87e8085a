package descent.run.sweep;

import descent.objective.Box;
import descent.objective.Evaluation;
import descent.objective.Problem;
import descent.run.sweep.Cells.Basin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the points in which runs end, and to which of them each cell belongs.
 *
 * <p>A cell belongs to a basin when its run ended within a hundredth of the box's diagonal of it.
 * Basins are the known minima first, then points with gradient zero that are as near to the end of
 * a run; where a run only creeps there is none.
 */
final class Basins implements Reader {
  private static final double NEAR = 0.01;
  private static final int MOST = 24;
  private static final int LOOKED_AT = 128;

  private final SweepSpec spec;
  private final double small;
  private final double radius;
  private final double huge;
  private final List<Basin> basins = new ArrayList<>();
  private final float[] value;
  private final byte[] kind;

  /**
   * @param small the norm under which a gradient counts as small
   */
  Basins(SweepSpec spec, double small) {
    this.spec = spec;
    this.small = small;
    radius = NEAR * diagonal(spec.box());
    huge = huge(spec.box());
    value = new float[spec.columns() * spec.rows()];
    kind = new byte[value.length];
    Problem problem = spec.problem();
    problem.minima().forEach(x -> basins.add(new Basin(x, problem.objective().value(x))));
  }

  static double diagonal(Box box) {
    return Math.hypot(box.x1() - box.x0(), box.y1() - box.y0());
  }

  /** How far away a point has left for good. */
  static double huge(Box box) {
    double furthest =
        Math.max(
            Math.max(Math.abs(box.x0()), Math.abs(box.x1())),
            Math.max(Math.abs(box.y0()), Math.abs(box.y1())));
    return 1e6 * Math.max(1, furthest);
  }

  @Override
  public void read(int from, int to, Ends ends) {
    for (int cell = from; cell < to; cell++) {
      kind[cell] = kind(ends, cell, 0);
      value[cell] =
          kind[cell] == Cells.DIVERGED
              ? Float.NaN
              : (float) Math.min(spec.steps(), ends.above()[cell]);
    }
  }

  @Override
  public Cells finish(Ends ends) {
    int known = basins.size();
    int looked = 0;
    for (int cell = 0; cell < kind.length; cell++) {
      if (kind[cell] != Cells.UNSETTLED) {
        continue;
      }
      kind[cell] = kind(ends, cell, known);
      if (kind[cell] == Cells.UNSETTLED && basins.size() < MOST && looked < LOOKED_AT) {
        double[] x = ends.point(cell);
        boolean still = isStill(x);
        looked += still ? 1 : 0;
        kind[cell] = still ? discover(x) : Cells.UNSETTLED;
      }
    }
    return new Cells(spec, value, kind, basins);
  }

  /** Which of the basins from {@code first} on a run ended in. */
  private byte kind(Ends ends, int cell, int first) {
    double x = ends.x()[0][cell];
    double y = ends.x().length > 1 ? ends.x()[1][cell] : 0;
    if (!(Math.abs(x) < huge && Math.abs(y) < huge)) {
      return Cells.DIVERGED;
    }
    for (int b = first; b < basins.size(); b++) {
      if (isNear(basins.get(b).x(), x, y)) {
        return (byte) b;
      }
    }
    return Cells.UNSETTLED;
  }

  private boolean isStill(double[] x) {
    Evaluation here = spec.problem().objective().at(x);
    return here.isFinite() && here.gradientNorm() <= small;
  }

  private byte discover(double[] x) {
    Optional<double[]> found =
        spec.problem().criticalPoint(x).filter(at -> isNear(at, x[0], x.length > 1 ? x[1] : 0));
    if (found.isEmpty()) {
      return Cells.UNSETTLED;
    }
    basins.add(new Basin(found.get(), spec.problem().objective().value(found.get())));
    return (byte) (basins.size() - 1);
  }

  private boolean isNear(double[] at, double x, double y) {
    double dx = x - at[0];
    double dy = at.length > 1 ? y - at[1] : 0;
    return dx * dx + dy * dy < radius * radius;
  }
}
