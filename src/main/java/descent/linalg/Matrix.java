package descent.linalg;

/**
 * A mutable dense matrix, rows first, whose row i starts at {@code i · stride}; owned by one thread
 * at a time.
 *
 * <p>Elementwise operations write this matrix and only read the others, which have its shape and
 * precision.
 */
public sealed interface Matrix extends Rows permits DoubleMatrix, FloatMatrix {
  /** Distance between the starts of two rows, at least {@link #columns}. */
  int stride();

  void set(int row, int column, double value);

  /** The top left corner; it shares this matrix's numbers. */
  Matrix view(int rows, int columns);

  @Override
  default Matrix first(int rows) {
    return view(rows, columns());
  }

  @Override
  default Matrix pick(int... rows) {
    Matrix picked = zeros(rows.length, columns());
    for (int i = 0; i < rows.length; i++) {
      Shapes.checkRow(this, rows[i]);
      picked.copyRow(i, this, rows[i]);
    }
    return picked;
  }

  @Override
  default long bytes() {
    return (long) rows() * columns() * precision().width();
  }

  /** this ← from, which may have another precision. */
  void copy(Rows from);

  /** Row {@code row} of this ← row {@code source} of {@code from}, in its first columns. */
  void copyRow(int row, Rows from, int source);

  /** Every element ← value. */
  void fill(double value);

  /** this ← α · this. */
  void scale(double alpha);

  /** this ← this + α · x. */
  void addScaled(double alpha, Matrix x);

  /** this ← this ⊙ x. */
  void multiplyElements(Matrix x);

  /** Σᵢⱼ thisᵢⱼ xᵢⱼ, summed in double. */
  double dot(Matrix x);

  /** this·this, this·x, x·x, this·y and x·y, summed in double. */
  default double[] products(Matrix x, Matrix y) {
    return new double[] {dot(this), dot(x), x.dot(x), dot(y), x.dot(y)};
  }

  /** this ← f(z). */
  void apply(Activation f, Matrix z);

  /** this ← this ⊙ f′(z), where {@code a = f(z)}. */
  void multiplyDerivative(Activation f, Matrix z, Matrix a);

  /** this ← this ⊙ f″(z), where {@code a = f(z)}. */
  void multiplySecondDerivative(Activation f, Matrix z, Matrix a);

  /** Σᵢⱼ log(1 + exp zᵢⱼ) − yᵢⱼ zᵢⱼ with z this matrix: the Bernoulli cross-entropy of logits. */
  double bernoulliCrossEntropy(Matrix y);

  /** Σᵢ thisᵢᵢ. */
  default double trace() {
    double sum = 0;
    for (int i = 0; i < Math.min(rows(), columns()); i++) {
      sum += get(i, i);
    }
    return sum;
  }

  /** Adds {@code value} to each diagonal element. */
  default void addToDiagonal(double value) {
    for (int i = 0; i < Math.min(rows(), columns()); i++) {
      set(i, i, get(i, i) + value);
    }
  }

  /** A new double matrix with the numbers of {@code rows}, all equally long. */
  static Matrix of(double[][] rows) {
    Matrix matrix = Precision.DOUBLE.zeros(rows.length, rows.length == 0 ? 0 : rows[0].length);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        matrix.set(i, j, rows[i][j]);
      }
    }
    return matrix;
  }
}
