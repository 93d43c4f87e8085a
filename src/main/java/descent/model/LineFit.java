package descent.model;

import descent.linalg.Rows;
import descent.objective.Evaluation;
import descent.objective.Objective;
import java.util.Arrays;

/**
 * The mean of −log p(y | x) where p is N(θ₀ + θ₁x, σ²), over examples or over a whole distribution,
 * without constants; immutable.
 */
public final class LineFit implements Objective {
  private static final int NODES = 5;
  private static final double SINGULAR = 1e-14;

  private final double[] inputs;
  private final double[] targets;
  private final double[] weights;
  private final double variance;
  private final double scale;

  private LineFit(
      double[] inputs, double[] targets, double[] weights, double variance, double scale) {
    if (!(scale > 0)) {
      throw new IllegalArgumentException("sigma must be above 0, got " + scale);
    }
    this.inputs = inputs;
    this.targets = targets;
    this.weights = weights;
    this.variance = variance;
    this.scale = scale;
  }

  /**
   * The fit to examples.
   *
   * @param inputs xᵢ; copied
   * @param targets yᵢ, as many; copied
   * @param scale σ of the model
   */
  public static LineFit of(double[] inputs, double[] targets, double scale) {
    double[] weights = new double[inputs.length];
    Arrays.fill(weights, 1.0 / inputs.length);
    return new LineFit(inputs.clone(), targets.clone(), weights, 0, scale);
  }

  /** The fit to {@code size} examples drawn from {@code truth}. */
  public static LineFit of(LinearTruth truth, int size, long seed, double scale) {
    Dataset data = truth.draw(size, seed);
    return of(column(data.inputs()), column(data.targets()), scale);
  }

  private static double[] column(Rows rows) {
    double[] column = new double[rows.rows()];
    Arrays.setAll(column, i -> rows.get(i, 0));
    return column;
  }

  /** The fit to the distribution itself: what is integrated over x is a polynomial, so exact. */
  public static LineFit of(LinearTruth truth, double scale) {
    Quadrature rule = Quadrature.of(NODES);
    double[] inputs = Arrays.stream(rule.nodes()).map(node -> 1 + node).toArray();
    double[] targets = Arrays.stream(inputs).map(truth::mean).toArray();
    double[] weights = Arrays.stream(rule.weights()).map(weight -> weight / 2).toArray();
    return new LineFit(inputs, targets, weights, truth.noise() * truth.noise(), scale);
  }

  @Override
  public int dimension() {
    return 2;
  }

  private double residual(int i, double[] theta) {
    return theta[0] + theta[1] * inputs[i] - targets[i];
  }

  @Override
  public double value(double[] theta) {
    double sum = variance;
    for (int i = 0; i < inputs.length; i++) {
      sum += weights[i] * residual(i, theta) * residual(i, theta);
    }
    return sum / (2 * scale * scale);
  }

  @Override
  public Evaluation at(double[] theta) {
    double[] gradient = new double[2];
    for (int i = 0; i < inputs.length; i++) {
      double slope = weights[i] * residual(i, theta) / (scale * scale);
      gradient[0] += slope;
      gradient[1] += slope * inputs[i];
    }
    return new Evaluation(theta, value(theta), gradient);
  }

  /** The gradient of each example. */
  public TermGradients terms(double[] theta) {
    double[][] rows = new double[inputs.length][2];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = residual(i, theta) / (scale * scale);
      rows[i][1] = rows[i][0] * inputs[i];
    }
    return new TermGradients(rows);
  }

  /** F = E [1 x]ᵀ[1 x] / σ². */
  public double[][] fisher() {
    return moment(i -> 1 / (scale * scale));
  }

  /** EF(θ) = E r² [1 x]ᵀ[1 x] / σ⁴. */
  public double[][] empiricalFisher(double[] theta) {
    return moment(i -> (residual(i, theta) * residual(i, theta) + variance) / Math.pow(scale, 4));
  }

  private double[][] moment(java.util.function.IntToDoubleFunction weight) {
    double[][] sum = new double[2][2];
    for (int i = 0; i < inputs.length; i++) {
      double w = weights[i] * weight.applyAsDouble(i);
      double x = inputs[i];
      sum[0][0] += w;
      sum[0][1] += w * x;
      sum[1][0] += w * x;
      sum[1][1] += w * x * x;
    }
    return sum;
  }

  /** The best line: (θ₀, θ₁). */
  public double[] optimum() {
    double[] zero = {0, 0};
    return solve(fisher(), at(zero).gradient());
  }

  /** Which way a method goes at one point. */
  public enum Direction {
    GRADIENT,
    NATURAL,
    EMPIRICAL
  }

  /** −∇L, −F⁻¹∇L or −EF⁻¹∇L, the matrices with {@code damping} on their diagonals. */
  public double[] direction(Direction direction, double[] theta, double damping) {
    double[] gradient = at(theta).gradient();
    if (direction == Direction.GRADIENT) {
      return new double[] {-gradient[0], -gradient[1]};
    }
    double[][] m = direction == Direction.NATURAL ? fisher() : empiricalFisher(theta);
    m[0][0] += damping;
    m[1][1] += damping;
    return solve(m, gradient);
  }

  /**
   * Points θ ← θ + rate · direction, the first being {@code start}: two rows, steps + 1 columns.
   */
  public double[][] path(
      Direction direction, double[] start, double rate, double damping, int steps) {
    double[][] path = new double[2][steps + 1];
    double[] theta = start.clone();
    for (int k = 0; k <= steps; k++) {
      path[0][k] = theta[0];
      path[1][k] = theta[1];
      double[] way = direction(direction, theta, damping);
      theta = new double[] {theta[0] + rate * way[0], theta[1] + rate * way[1]};
    }
    return path;
  }

  /** −M⁻¹g, or NaN if M is singular but for rounding. */
  private static double[] solve(double[][] m, double[] g) {
    double determinant = m[0][0] * m[1][1] - m[0][1] * m[1][0];
    if (!(determinant > SINGULAR * m[0][0] * m[1][1])) {
      return new double[] {Double.NaN, Double.NaN};
    }
    return new double[] {
      (m[0][1] * g[1] - m[1][1] * g[0]) / determinant,
      (m[1][0] * g[0] - m[0][0] * g[1]) / determinant
    };
  }
}
