package descent.model;

import descent.objective.Evaluation;
import descent.objective.Objective;
import java.util.Arrays;

/**
 * The mean of −log N(x; μ, σ²) over data with a given mean and variance, as a function of (μ, σ):
 * log σ + (v + (μ − m)²)/(2σ²).
 *
 * @param mean m of the data
 * @param variance v of the data, above 0
 */
public record NormalFit(double mean, double variance) implements Objective {
  public NormalFit {
    if (!(variance > 0)) {
      throw new IllegalArgumentException("variance must be above 0, got " + variance);
    }
  }

  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public double value(double[] x) {
    double apart = x[0] - mean;
    return Math.log(x[1]) + (variance + apart * apart) / (2 * x[1] * x[1]);
  }

  @Override
  public Evaluation at(double[] x) {
    double apart = x[0] - mean;
    double square = x[1] * x[1];
    double[] gradient = {apart / square, 1 / x[1] - (variance + apart * apart) / (square * x[1])};
    return new Evaluation(x, value(x), gradient);
  }

  /** The fitted distribution. */
  public Normal best() {
    return new Normal(mean, Math.sqrt(variance));
  }

  /**
   * Gradient or natural gradient descent on φ, as points (μ, σ); NaN after a step that leaves the
   * domain.
   *
   * @return two rows of steps + 1 columns, the first being {@code start}
   */
  public double[][] path(
      NormalCoordinates coordinates, boolean natural, Normal start, double rate, int steps) {
    double[][] path = new double[2][steps + 1];
    Arrays.fill(path[0], Double.NaN);
    Arrays.fill(path[1], Double.NaN);
    double[] phi = coordinates.of(start);
    for (int k = 0; k <= steps; k++) {
      double[] x = coordinates.parameters(phi);
      if (!(x[1] > 0) || !Double.isFinite(x[0] + x[1])) {
        return path;
      }
      path[0][k] = x[0];
      path[1][k] = x[1];
      double[] way = direction(coordinates, natural, new Normal(x[0], x[1]));
      phi = new double[] {phi[0] - rate * way[0], phi[1] - rate * way[1]};
    }
    return path;
  }

  /** Jᵀ∇L, or (JᵀFJ)⁻¹Jᵀ∇L = J⁻¹F⁻¹∇L. */
  private double[] direction(NormalCoordinates coordinates, boolean natural, Normal p) {
    double[] g = at(new double[] {p.mean(), p.deviation()}).gradient();
    double[][] j = coordinates.jacobian(p);
    if (!natural) {
      return new double[] {j[0][0] * g[0] + j[1][0] * g[1], j[0][1] * g[0] + j[1][1] * g[1]};
    }
    double square = p.deviation() * p.deviation();
    double[] u = {square * g[0], square * g[1] / 2};
    double determinant = j[0][0] * j[1][1] - j[0][1] * j[1][0];
    return new double[] {
      (j[1][1] * u[0] - j[0][1] * u[1]) / determinant,
      (j[0][0] * u[1] - j[1][0] * u[0]) / determinant
    };
  }
}
