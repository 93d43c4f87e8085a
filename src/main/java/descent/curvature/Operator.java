package descent.curvature;

/** A symmetric n×n matrix known by its products; immutable. */
public record Operator(int dimension, java.util.function.UnaryOperator<double[]> times) {
  public Operator {
    if (dimension < 1) {
      throw new IllegalArgumentException("an operator needs a dimension, got " + dimension);
    }
  }

  /** A·v. */
  public double[] apply(double[] v) {
    return times.apply(v);
  }

  /** The operator of a symmetric matrix, rows first; never written. */
  public static Operator of(double[][] matrix) {
    return new Operator(
        matrix.length,
        v -> {
          double[] product = new double[v.length];
          for (int i = 0; i < v.length; i++) {
            product[i] = Vectors.dot(matrix[i], v);
          }
          return product;
        });
  }
}
