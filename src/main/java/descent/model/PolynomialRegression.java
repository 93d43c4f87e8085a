package descent.model;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * Least squares with polynomials on [−1, 1], where the truth is known: x ~ U(−1, 1), y = f(x) +
 * noise · N(0, 1); the loss is (y − p(x))².
 *
 * @param truth f
 * @param noise standard deviation of y around f(x)
 */
public record PolynomialRegression(DoubleUnaryOperator truth, double noise) {
  private static final Quadrature RULE = Quadrature.of(64);
  private static final double RIDGE = 1e-9;

  public PolynomialRegression {
    if (!(noise >= 0)) {
      throw new IllegalArgumentException("noise must be at least 0, got " + noise);
    }
  }

  /** Drawn examples; never written. */
  public record Sample(double[] x, double[] y) {}

  /** {@code size} examples drawn from {@code seed}. */
  public Sample draw(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = new double[size];
    double[] y = new double[size];
    for (int i = 0; i < size; i++) {
      x[i] = 2 * random.nextDouble() - 1;
      y[i] = truth.applyAsDouble(x[i]) + noise * Draws.gaussian(random);
    }
    return new Sample(x, y);
  }

  /**
   * A polynomial Σ cₖPₖ of Legendre's.
   *
   * @param coefficients cₖ; never written
   */
  public record Polynomial(double[] coefficients) {
    public double value(double x) {
      double[] p = Quadrature.legendre(coefficients.length - 1, x);
      double sum = 0;
      for (int k = 0; k < coefficients.length; k++) {
        sum += coefficients[k] * p[k];
      }
      return sum;
    }
  }

  /**
   * The polynomial of least empirical risk, a tiny ridge keeping it unique where there are too few
   * examples.
   */
  public static Polynomial fit(Sample sample, int degree) {
    int n = sample.x().length;
    int columns = degree + 1;
    double[][] rows = new double[n + columns][columns + 1];
    for (int i = 0; i < n; i++) {
      rows[i] = Arrays.copyOf(Quadrature.legendre(degree, sample.x()[i]), columns + 1);
      rows[i][columns] = sample.y()[i];
    }
    for (int k = 0; k < columns; k++) {
      rows[n + k][k] = RIDGE * Math.sqrt(n);
    }
    for (int k = 0; k < columns; k++) {
      reflect(rows, k);
    }
    double[] coefficients = new double[columns];
    for (int k = columns - 1; k >= 0; k--) {
      double sum = rows[k][columns];
      for (int j = k + 1; j < columns; j++) {
        sum -= rows[k][j] * coefficients[j];
      }
      coefficients[k] = sum / rows[k][k];
    }
    return new Polynomial(coefficients);
  }

  /** Householder's reflection that leaves of column {@code k} nothing below row k. */
  private static void reflect(double[][] rows, int k) {
    double length = 0;
    for (int i = k; i < rows.length; i++) {
      length = Math.hypot(length, rows[i][k]);
    }
    double[] v = new double[rows.length];
    for (int i = k; i < rows.length; i++) {
      v[i] = rows[i][k];
    }
    v[k] += v[k] < 0 ? -length : length;
    double square = 2 * length * Math.abs(v[k]);
    for (int j = k; j < rows[k].length; j++) {
      double along = 0;
      for (int i = k; i < rows.length; i++) {
        along += v[i] * rows[i][j];
      }
      for (int i = k; i < rows.length; i++) {
        rows[i][j] -= 2 * along * v[i] / square;
      }
    }
  }

  /** The mean loss on a sample. */
  public static double empiricalRisk(Polynomial p, Sample sample) {
    double sum = 0;
    for (int i = 0; i < sample.x().length; i++) {
      sum += Math.pow(sample.y()[i] - p.value(sample.x()[i]), 2);
    }
    return sum / sample.x().length;
  }

  /** The expected loss E(y − p(x))² = noise² + ½∫(f − p)². */
  public double risk(Polynomial p) {
    double sum = noise * noise;
    for (int k = 0; k < RULE.nodes().length; k++) {
      double x = RULE.nodes()[k];
      sum += RULE.weights()[k] / 2 * Math.pow(truth.applyAsDouble(x) - p.value(x), 2);
    }
    return sum;
  }

  /** The polynomial of least risk: cₖ = (2k + 1)/2 · ∫fPₖ. */
  public Polynomial best(int degree) {
    double[] coefficients = new double[degree + 1];
    for (int k = 0; k < RULE.nodes().length; k++) {
      double x = RULE.nodes()[k];
      double[] p = Quadrature.legendre(degree, x);
      for (int j = 0; j <= degree; j++) {
        coefficients[j] += (2 * j + 1) / 2.0 * RULE.weights()[k] * truth.applyAsDouble(x) * p[j];
      }
    }
    return new Polynomial(coefficients);
  }

  /**
   * The middle empirical and true risk of fits to {@code repeats} fresh samples, whose seeds follow
   * {@code seed}.
   *
   * @return the medians, empirical first
   */
  public double[] medianRisks(int size, int degree, int repeats, long seed) {
    double[] empirical = new double[repeats];
    double[] expected = new double[repeats];
    for (int k = 0; k < repeats; k++) {
      Sample sample = draw(size, seed + k);
      Polynomial p = fit(sample, degree);
      empirical[k] = empiricalRisk(p, sample);
      expected[k] = risk(p);
    }
    return new double[] {median(empirical), median(expected)};
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
