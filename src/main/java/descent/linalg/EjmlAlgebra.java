package descent.linalg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** The reference: EJML, plain Java, in double. */
public final class EjmlAlgebra implements DenseAlgebra {
  @Override
  public String name() {
    return "EJML";
  }

  @Override
  public Precision precision() {
    return Precision.DOUBLE;
  }

  @Override
  public void multiply(
      boolean ta, boolean tb, double alpha, Matrix a, Matrix b, double beta, Matrix c) {
    Shapes.checkProduct(ta, tb, a, b, c);
    DMatrixRMaj product = new DMatrixRMaj(c.rows(), c.columns());
    if (ta && tb) {
      CommonOps_DDRM.multTransAB(alpha, packed(a), packed(b), product);
    } else if (ta) {
      CommonOps_DDRM.multTransA(alpha, packed(a), packed(b), product);
    } else if (tb) {
      CommonOps_DDRM.multTransB(alpha, packed(a), packed(b), product);
    } else {
      CommonOps_DDRM.mult(alpha, packed(a), packed(b), product);
    }
    store(product, beta, c);
  }

  @Override
  public void gram(double alpha, Matrix a, double beta, Matrix c) {
    multiply(true, false, alpha, a, a, beta, c);
  }

  @Override
  public Optional<Cholesky> cholesky(Matrix a) {
    Shapes.checkSquare(a);
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(a.rows());
    return solver.setA(packed(a).copy()) ? Optional.of(new Factor(solver, a)) : Optional.empty();
  }

  private record Factor(LinearSolverDense<DMatrixRMaj> solver, Matrix like) implements Cholesky {
    @Override
    public Matrix solve(Matrix b) {
      if (b.rows() != like.rows()) {
        throw new IllegalArgumentException(
            "%s cannot be solved for %s".formatted(like.shape(), b.shape()));
      }
      DMatrixRMaj x = new DMatrixRMaj(b.rows(), b.columns());
      synchronized (solver) {
        solver.solve(packed(b).copy(), x);
      }
      return matrix(x, like);
    }

    @Override
    public Matrix inverse() {
      DMatrixRMaj inverse = new DMatrixRMaj(like.rows(), like.rows());
      synchronized (solver) {
        solver.invert(inverse);
      }
      return matrix(inverse, like);
    }
  }

  @Override
  public double[] eigenvalues(Matrix a) {
    return decompose(a, false).values();
  }

  @Override
  public Eigen eigen(Matrix a) {
    return decompose(a, true);
  }

  private static Eigen decompose(Matrix a, boolean wanted) {
    Shapes.checkSquare(a);
    int n = a.rows();
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(n, wanted, true);
    if (!decomposition.decompose(packed(a).copy())) {
      throw new IllegalArgumentException("no eigenvalues of this " + a.shape() + " matrix found");
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> decomposition.getEigenvalue(k).getReal()))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values =
        Arrays.stream(order).mapToDouble(k -> decomposition.getEigenvalue(k).getReal()).toArray();
    Matrix vectors = Precision.DOUBLE.zeros(wanted ? n : 0, wanted ? n : 0);
    for (int k = 0; k < vectors.columns(); k++) {
      DMatrixRMaj vector = decomposition.getEigenVector(order[k]);
      for (int i = 0; i < n; i++) {
        vectors.set(i, k, vector.get(i));
      }
    }
    return new Eigen(values, vectors);
  }

  private static DMatrixRMaj packed(Matrix a) {
    DoubleMatrix whole = a instanceof DoubleMatrix d && d.stride() == d.columns() ? d : doubles(a);
    return DMatrixRMaj.wrap(a.rows(), a.columns(), whole.data());
  }

  private static DoubleMatrix doubles(Matrix a) {
    DoubleMatrix copy = (DoubleMatrix) Precision.DOUBLE.zeros(a.rows(), a.columns());
    copy.copy(a);
    return copy;
  }

  private static Matrix matrix(DMatrixRMaj from, Matrix like) {
    Matrix out = like.zeros(from.numRows, from.numCols);
    out.copy(new DoubleMatrix(from.numRows, from.numCols, from.numCols, from.data));
    return out;
  }

  private static void store(DMatrixRMaj product, double beta, Matrix c) {
    for (int i = 0; i < c.rows(); i++) {
      for (int j = 0; j < c.columns(); j++) {
        double before = beta == 0 ? 0 : beta * c.get(i, j);
        c.set(i, j, product.get(i, j) + before);
      }
    }
  }
}
