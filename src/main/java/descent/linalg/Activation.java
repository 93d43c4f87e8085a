package descent.linalg;

/** A function applied to each number of a layer. */
public enum Activation {
  TANH {
    @Override
    public double value(double z) {
      return Math.tanh(z);
    }

    @Override
    public double derivative(double z, double a) {
      return 1 - a * a;
    }

    @Override
    public double secondDerivative(double z, double a) {
      return -2 * a * (1 - a * a);
    }
  },
  SIGMOID {
    @Override
    public double value(double z) {
      return 1 / (1 + Math.exp(-z));
    }

    @Override
    public double derivative(double z, double a) {
      return a * (1 - a);
    }

    @Override
    public double secondDerivative(double z, double a) {
      return a * (1 - a) * (1 - 2 * a);
    }
  },
  RELU {
    @Override
    public double value(double z) {
      return Math.max(0, z);
    }

    @Override
    public double derivative(double z, double a) {
      return z > 0 ? 1 : 0;
    }

    @Override
    public double secondDerivative(double z, double a) {
      return 0;
    }
  },
  /** z Φ(z) in its tanh form: D. Hendrycks, K. Gimpel, 2016, arXiv:1606.08415. */
  GELU {
    private static final double SLOPE = Math.sqrt(2 / Math.PI);
    private static final double CUBIC = 0.044715;

    @Override
    public double value(double z) {
      return 0.5 * z * (1 + Math.tanh(SLOPE * (z + CUBIC * z * z * z)));
    }

    @Override
    public double derivative(double z, double a) {
      double t = Math.tanh(SLOPE * (z + CUBIC * z * z * z));
      double slope = SLOPE * (1 + 3 * CUBIC * z * z);
      return 0.5 * (1 + t) + 0.5 * z * (1 - t * t) * slope;
    }

    @Override
    public double secondDerivative(double z, double a) {
      double t = Math.tanh(SLOPE * (z + CUBIC * z * z * z));
      double slope = SLOPE * (1 + 3 * CUBIC * z * z);
      double curvature = SLOPE * 6 * CUBIC * z;
      return (1 - t * t) * (slope + 0.5 * z * (curvature - 2 * t * slope * slope));
    }
  };

  /** f(z). */
  public abstract double value(double z);

  /** f′(z), given {@code a = f(z)}. */
  public abstract double derivative(double z, double a);

  /** f″(z), given {@code a = f(z)}. */
  public abstract double secondDerivative(double z, double a);
}
