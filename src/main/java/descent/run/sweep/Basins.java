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
 * a run; where a run only creeps there is none. Minima that are {@linkplain Connected connected},
 * like a ring around a hill, are one basin.
 */
final class Basins implements Reader {
  private static final double NEAR = 0.01;
  private static final double LINK = 3;
  private static final int MOST = 24;
  private static final int LOOKED_AT = 256;

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
      kind[cell] = kind(ends, cell);
      value[cell] =
          kind[cell] == Cells.DIVERGED
              ? Float.NaN
              : (float) Math.min(spec.steps(), ends.above()[cell]);
    }
  }

  @Override
  public Cells finish(Ends ends) {
    List<Basin> points = new ArrayList<>(basins);
    int[] end = new int[kind.length];
    int looked = 0;
    for (int cell = 0; cell < kind.length; cell++) {
      if (kind[cell] != Cells.UNSETTLED) {
        continue;
      }
      double[] x = ends.point(cell);
      end[cell] = nearest(points, basins.size(), x[0], second(x));
      if (end[cell] < 0 && looked < LOOKED_AT && isStill(x)) {
        looked++;
        Optional<Basin> found = discover(x);
        end[cell] = found.isPresent() ? points.size() : -1;
        found.ifPresent(points::add);
      }
    }
    name(points, end);
    return new Cells(spec, value, kind, basins);
  }

  /** Turns the points in which cells ended into basins. */
  private void name(List<Basin> points, int[] end) {
    int known = basins.size();
    int[] first = new Connected(spec.problem(), LINK * radius).firsts(points);
    byte[] names = new byte[points.size()];
    for (int point = 0; point < names.length; point++) {
      if (point < known) {
        names[point] = (byte) point;
      } else if (first[point] < point) {
        names[point] = names[first[point]];
      } else if (basins.size() < MOST) {
        names[point] = (byte) basins.size();
        basins.add(points.get(point));
      } else {
        names[point] = Cells.UNSETTLED;
      }
    }
    for (int cell = 0; cell < kind.length; cell++) {
      if (kind[cell] == Cells.UNSETTLED && end[cell] >= 0) {
        kind[cell] = names[end[cell]];
      }
    }
  }

  /** In which of the known minima a run ended. */
  private byte kind(Ends ends, int cell) {
    double x = ends.x()[0][cell];
    double y = ends.x().length > 1 ? ends.x()[1][cell] : 0;
    if (!(Math.abs(x) < huge && Math.abs(y) < huge)) {
      return Cells.DIVERGED;
    }
    int basin = nearest(basins, 0, x, y);
    return basin < 0 ? Cells.UNSETTLED : (byte) basin;
  }

  /** The first of the points from {@code from} on that is near to (x, y); −1 if none is. */
  private int nearest(List<Basin> points, int from, double x, double y) {
    for (int point = from; point < points.size(); point++) {
      if (isNear(points.get(point).x(), x, y)) {
        return point;
      }
    }
    return -1;
  }

  private boolean isStill(double[] x) {
    Evaluation here = spec.problem().objective().at(x);
    return here.isFinite() && here.gradientNorm() <= small;
  }

  private Optional<Basin> discover(double[] x) {
    Problem problem = spec.problem();
    return problem
        .criticalPoint(x)
        .filter(at -> isNear(at, x[0], second(x)))
        .map(at -> new Basin(at, problem.objective().value(at)));
  }

  private static double second(double[] x) {
    return x.length > 1 ? x[1] : 0;
  }

  private boolean isNear(double[] at, double x, double y) {
    double dx = x - at[0];
    double dy = y - second(at);
    return dx * dx + dy * dy < radius * radius;
  }
}
