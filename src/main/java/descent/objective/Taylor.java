package descent.objective;

import descent.expr.Expr;
import descent.expr.Precision;
import descent.expr.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The first two Taylor polynomials of a formula at a point, with every operation in one precision.
 *
 * <p>In single precision the step x − x₀ is formed in double and then rounded, as a program does
 * that keeps its points in double.
 */
public final class Taylor {
  private final Precision precision;
  private final double[] at;
  private final Tape values;
  private final double value;
  private final double[] gradient;
  private final double[][] hessian;

  /** The polynomials of {@code formula} at {@code at}, n coordinates. */
  public Taylor(Formula formula, double[] at, Precision precision) {
    this.precision = precision;
    this.at = at.clone();
    int n = formula.dimension();
    Expr bound =
        formula
            .expression()
            .substitute(
                formula.parameters().entrySet().stream()
                    .collect(
                        Collectors.toMap(Map.Entry::getKey, e -> new Expr.Constant(e.getValue()))));
    List<Expr> all = new ArrayList<>(List.of(bound));
    all.addAll(formula.gradientExpressions());
    formula.hessianExpressions().forEach(all::addAll);
    values = Tape.of(formula.variables(), List.of(bound), precision);
    double[] out = new double[1 + n + n * n];
    Tape.of(formula.variables(), all, precision).evaluate(at, out);
    value = out[0];
    gradient = new double[n];
    hessian = new double[n][n];
    for (int i = 0; i < n; i++) {
      gradient[i] = out[1 + i];
      System.arraycopy(out, 1 + n + i * n, hessian[i], 0, n);
    }
  }

  /** f(x). */
  public double exact(double[] x) {
    double[] out = new double[1];
    values.evaluate(x, out);
    return out[0];
  }

  /** f(x₀) + ∇f(x₀)·(x − x₀). */
  public double first(double[] x) {
    double sum = value;
    for (int i = 0; i < x.length; i++) {
      sum = round(sum + round(gradient[i] * step(x, i)));
    }
    return sum;
  }

  /** The first order and ½ (x − x₀)ᵀ H(x₀) (x − x₀). */
  public double second(double[] x) {
    double sum = first(x);
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        double square = round(step(x, i) * step(x, j));
        sum = round(sum + round(round(0.5 * hessian[i][j]) * square));
      }
    }
    return sum;
  }

  private double step(double[] x, int i) {
    return round(x[i] - at[i]);
  }

  private double round(double number) {
    return precision.round(number);
  }

  /**
   * How an error falls with the distance from x₀ along one direction.
   *
   * @param distance h, ascending
   * @param first |f − T₁| at each
   * @param second |f − T₂| at each
   */
  public record Errors(double[] distance, double[] first, double[] second) {
    /** The fitted exponent of h between 10⁻³ and 10⁻¹; NaN where an error is zero there. */
    public static double slope(double[] distance, double[] error) {
      double n = 0;
      double sx = 0;
      double sy = 0;
      double sxx = 0;
      double sxy = 0;
      for (int i = 0; i < distance.length; i++) {
        if (distance[i] >= 0.999e-3 && distance[i] <= 0.1001) {
          double x = Math.log(distance[i]);
          double y = Math.log(error[i]);
          n++;
          sx += x;
          sy += y;
          sxx += x * x;
          sxy += x * y;
        }
      }
      double slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
      return Double.isFinite(slope) ? slope : Double.NaN;
    }
  }

  /** Errors at 25 distances from 10⁻⁶ to 1 towards {@code target}. */
  public Errors errors(double[] target) {
    int count = 25;
    double[] distance = new double[count];
    double[] first = new double[count];
    double[] second = new double[count];
    double[] direction = direction(target);
    for (int k = 0; k < count; k++) {
      distance[k] = Math.pow(10, -6 + 6.0 * k / (count - 1));
      double[] x = at.clone();
      for (int i = 0; i < x.length; i++) {
        x[i] += distance[k] * direction[i];
      }
      first[k] = Math.abs(exact(x) - first(x));
      second[k] = Math.abs(exact(x) - second(x));
    }
    return new Errors(distance, first, second);
  }

  private double[] direction(double[] target) {
    double[] direction = new double[at.length];
    double length = 0;
    for (int i = 0; i < at.length; i++) {
      direction[i] = target[i] - at[i];
      length = Math.hypot(length, direction[i]);
    }
    for (int i = 0; i < at.length; i++) {
      direction[i] = length > 0 ? direction[i] / length : i == 0 ? 1 : 0;
    }
    return direction;
  }
}
