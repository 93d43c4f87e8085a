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

  /**
   * The critical point that Newton's method finds from {@code guess}, if it does; where it cannot
   * come nearer it stops, so that it does not stray along a valley's floor.
   */
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
      } else if (isZero(f, best, least)) {
        break;
      }
    }
    return isZero(f, best, least)
        ? Optional.of(new CriticalPoint(best, kind(f.hessian(best))))
        : Optional.empty();
  }

  /** Whether a gradient is as small as rounding lets it be. */
  private static boolean isZero(TwiceDifferentiable f, double[] x, double norm) {
    double scale = 1;
    for (double[] row : f.hessian(x)) {
      for (double h : row) {
        scale = Math.max(scale, Math.abs(h));
      }
    }
    return norm <= 1e-13 * scale;
  }

  private static double[] newton(TwiceDifferentiable f, double[] x) {
    double[] g = f.at(x).gradient();
    double[][] h = f.hessian(x);
    if (x.length == 1) {
      return new double[] {x[0] - g[0] / h[0][0]};
    }
    double det = determinant(h);
    if (det == 0) {
      return along(x, g, h);
    }
    return new double[] {
      x[0] - (h[1][1] * g[0] - h[0][1] * g[1]) / det, x[1] - (h[0][0] * g[1] - h[1][0] * g[0]) / det
    };
  }

  /** The shortest step, for a Hessian λvvᵀ: its pseudoinverse is H/λ². */
  private static double[] along(double[] x, double[] g, double[][] h) {
    double square = Math.pow(h[0][0] + h[1][1], 2);
    return new double[] {
      x[0] - (h[0][0] * g[0] + h[0][1] * g[1]) / square,
      x[1] - (h[0][1] * g[0] + h[1][1] * g[1]) / square
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
