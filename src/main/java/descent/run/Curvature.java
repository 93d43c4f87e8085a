package descent.run;

import descent.linalg.SymmetricEigen;
import descent.objective.TwiceDifferentiable;
import java.util.Arrays;
import java.util.Optional;

/**
 * The Hessian at one point and what it says.
 *
 * @param hessian n×n, rows first; never written
 * @param eigenvalues ascending; never written
 * @param eigenvectors row k belongs to eigenvalue k; never written
 */
public record Curvature(double[][] hessian, double[] eigenvalues, double[][] eigenvectors) {
  private static final double FLAT = 1e-9;

  /** The curvature of {@code objective} at {@code x}; nothing where it is no finite number. */
  public static Optional<Curvature> at(TwiceDifferentiable objective, double[] x) {
    double[][] hessian = objective.hessian(x);
    if (!Arrays.stream(hessian).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
      return Optional.empty();
    }
    SymmetricEigen eigen = SymmetricEigen.of(hessian);
    return Optional.of(new Curvature(hessian, eigen.values(), eigen.vectors()));
  }

  /** λmin, perhaps negative. */
  public double smallest() {
    return eigenvalues[0];
  }

  /** λmax. */
  public double largest() {
    return eigenvalues[eigenvalues.length - 1];
  }

  /** κ = λmax / λmin of a valley; nothing unless the Hessian is positive definite. */
  public Optional<Double> conditionNumber() {
    return smallest() > FLAT * Math.abs(largest()) && smallest() > 0
        ? Optional.of(largest() / smallest())
        : Optional.empty();
  }

  /** What the surface looks like to second order. */
  public Shape shape() {
    double tiny = FLAT * Math.max(Math.abs(smallest()), Math.abs(largest()));
    if (smallest() > tiny) {
      return Shape.VALLEY;
    }
    if (largest() < -tiny) {
      return Shape.HILL;
    }
    return smallest() < -tiny && largest() > tiny ? Shape.SADDLE : Shape.FLAT;
  }

  /** Signs of the eigenvalues. */
  public enum Shape {
    /** All positive. */
    VALLEY("positive definite: bends up"),
    /** All negative. */
    HILL("negative definite: bends down"),
    /** Of both signs. */
    SADDLE("indefinite: bends both ways"),
    /** Some are zero to rounding, the others of one sign. */
    FLAT("semidefinite: flat in some direction");

    private final String words;

    Shape(String words) {
      this.words = words;
    }

    /** For a reader. */
    public String words() {
      return words;
    }
  }
}
