package descent.objective;

import java.util.Optional;

/**
 * A point where the gradient is zero to rounding, in one or two dimensions.
 *
 * @param x the point; never written
 */
record CriticalPoint(double[] x, Kind kind) {
  /** What the Hessian says about the point. */
  enum Kind {
    MINIMUM,
    SADDLE,
    MAXIMUM,
    /** A singular Hessian says nothing. */
    DEGENERATE
  }

  private static final int STEPS = 60;

  /** The critical point that Newton's method finds from {@code guess}, if it does. */
  static Optional<CriticalPoint> near(TwiceDifferentiable f, double[] guess) {
    double[] best = guess;
    double least = f.at(guess).gradientNorm();
    double[] x = guess;
    for (int step = 0; step < STEPS && least > 0; step++) {
      x = newton(f, x);
      double norm = f.at(x).gradientNorm();
      if (norm < least) {
        best = x;
        least = norm;
      }
    }
    double scale = 1;
    for (double[] row : f.hessian(best)) {
      for (double h : row) {
        scale = Math.max(scale, Math.abs(h));
      }
    }
    return least <= 1e-13 * scale
        ? Optional.of(new CriticalPoint(best, kind(f.hessian(best))))
        : Optional.empty();
  }

  private static double[] newton(TwiceDifferentiable f, double[] x) {
    double[] g = f.at(x).gradient();
    double[][] h = f.hessian(x);
    if (x.length == 1) {
      return new double[] {x[0] - g[0] / h[0][0]};
    }
    double det = determinant(h);
    return new double[] {
      x[0] - (h[1][1] * g[0] - h[0][1] * g[1]) / det, x[1] - (h[0][0] * g[1] - h[1][0] * g[0]) / det
    };
  }

  private static double determinant(double[][] h) {
    return h[0][0] * h[1][1] - h[0][1] * h[1][0];
  }

  private static Kind kind(double[][] h) {
    double det = h.length == 1 ? h[0][0] * h[0][0] : determinant(h);
    if (det == 0) {
      return Kind.DEGENERATE;
    }
    return det < 0 ? Kind.SADDLE : h[0][0] > 0 ? Kind.MINIMUM : Kind.MAXIMUM;
  }
}
