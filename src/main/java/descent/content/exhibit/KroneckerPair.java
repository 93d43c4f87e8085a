package descent.content.exhibit;

import descent.curvature.Elimination;
import descent.curvature.Kronecker;
import java.util.Map;

/**
 * Two square matrices and what their Kronecker product inherits.
 *
 * @param a rows of A; never written
 * @param b rows of B; never written
 */
record KroneckerPair(double[][] a, double[][] b) {
  double[][] product() {
    return Kronecker.product(a, b);
  }

  /** (A⊗B)⁻¹, eliminated; NaN if there is none. */
  double[][] inverse() {
    double[][] product = product();
    return Elimination.of(product).inverse().orElseGet(() -> nothing(product.length));
  }

  /** A⁻¹⊗B⁻¹; NaN if there is none. */
  double[][] inverses() {
    Elimination first = Elimination.of(a);
    Elimination second = Elimination.of(b);
    return first.inverse().isPresent() && second.inverse().isPresent()
        ? Kronecker.product(first.inverse().get(), second.inverse().get())
        : nothing(a.length * b.length);
  }

  private static double[][] nothing(int n) {
    double[][] rows = new double[n][n];
    for (double[] row : rows) {
      java.util.Arrays.fill(row, Double.NaN);
    }
    return rows;
  }

  /** The largest difference of an entry between the two ways to the inverse. */
  double difference() {
    double[][] one = inverse();
    double[][] other = inverses();
    double largest = 0;
    for (int i = 0; i < one.length; i++) {
      for (int j = 0; j < one.length; j++) {
        largest = Math.max(largest, Math.abs(one[i][j] - other[i][j]));
      }
    }
    return largest;
  }

  void addTo(Map<String, Double> numbers) {
    numbers.put("determinant_a", Elimination.of(a).determinant());
    numbers.put("determinant_b", Elimination.of(b).determinant());
    numbers.put("determinant", Elimination.of(product()).determinant());
    numbers.put("trace_a", Kronecker.trace(a));
    numbers.put("trace_b", Kronecker.trace(b));
    numbers.put("trace", Kronecker.trace(product()));
    numbers.put("difference", difference());
  }
}
