package descent.run.sweep;

import descent.objective.Box;
import descent.objective.Formula;
import java.util.Arrays;

/** When a gradient counts as small. */
final class Small {
  private static final int GRID = 17;
  private static final double SETTLED = 1e-4;
  private static final double ROUNDING = 1e-10;

  private Small() {}

  /**
   * Over starts a ten thousandth of the median norm in the box; over hyperparameters, where the
   * rate is measured down to rounding, 10⁻¹⁰ of the norm at the start.
   */
  static double norm(SweepSpec spec) {
    Formula objective = spec.problem().objective();
    if (!spec.overStarts()) {
      return ROUNDING * objective.at(spec.start()).gradientNorm();
    }
    double[] norms = new double[GRID * GRID];
    for (int cell = 0; cell < norms.length; cell++) {
      norms[cell] = objective.at(point(spec.box(), objective.dimension(), cell)).gradientNorm();
    }
    double[] finite = Arrays.stream(norms).filter(Double::isFinite).sorted().toArray();
    return finite.length == 0 ? 0 : SETTLED * finite[finite.length / 2];
  }

  private static double[] point(Box box, int dimension, int cell) {
    double x = box.x0() + (box.x1() - box.x0()) * (cell % GRID) / (GRID - 1);
    double y = box.y0() + (box.y1() - box.y0()) * (cell / GRID) / (GRID - 1);
    return dimension == 1 ? new double[] {x} : new double[] {x, y};
  }
}
