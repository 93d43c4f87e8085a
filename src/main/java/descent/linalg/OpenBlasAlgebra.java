package descent.linalg;

import static org.bytedeco.openblas.global.openblas.*;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** OpenBLAS through JavaCPP, in float or double; eigenvalues always in double. */
public final class OpenBlasAlgebra implements DenseAlgebra {
  private final Precision precision;

  /** As many as there were calls at once. */
  private final Queue<Operands> idle = new ConcurrentLinkedQueue<>();

  OpenBlasAlgebra(Precision precision) {
    this.precision = precision;
  }

  @Override
  public String name() {
    return "OpenBLAS";
  }

  @Override
  public Precision precision() {
    return precision;
  }

  @Override
  public void multiply(
      boolean ta, boolean tb, double alpha, Matrix a, Matrix b, double beta, Matrix c) {
    Shapes.checkProduct(ta, tb, a, b, c);
    int inner = ta ? a.rows() : a.columns();
    if (c.rows() == 0 || c.columns() == 0) {
      return;
    }
    int opA = ta ? CblasTrans : CblasNoTrans;
    int opB = tb ? CblasTrans : CblasNoTrans;
    if (c instanceof FloatMatrix out) {
      borrow(
          (first, second, third) ->
              cblas_sgemm(
                  CblasRowMajor,
                  opA,
                  opB,
                  c.rows(),
                  c.columns(),
                  inner,
                  (float) alpha,
                  first.of((FloatMatrix) a),
                  Math.max(1, a.columns()),
                  second.of((FloatMatrix) b),
                  Math.max(1, b.columns()),
                  (float) beta,
                  beta == 0 ? third.like(out) : third.of(out),
                  c.columns()),
          out);
    } else {
      cblas_dgemm(
          CblasRowMajor,
          opA,
          opB,
          c.rows(),
          c.columns(),
          inner,
          alpha,
          doubles(a),
          leading(a),
          doubles(b),
          leading(b),
          beta,
          doubles(c),
          leading(c));
    }
  }

  @Override
  public void gram(double alpha, Matrix a, double beta, Matrix c) {
    Shapes.checkProduct(true, false, a, a, c);
    int n = c.rows();
    if (n == 0) {
      return;
    }
    if (c instanceof FloatMatrix out) {
      borrow(
          (first, second, third) ->
              cblas_ssyrk(
                  CblasRowMajor,
                  CblasUpper,
                  CblasTrans,
                  n,
                  a.rows(),
                  (float) alpha,
                  first.of((FloatMatrix) a),
                  n,
                  (float) beta,
                  beta == 0 ? third.like(out) : third.of(out),
                  n),
          out);
    } else {
      cblas_dsyrk(
          CblasRowMajor,
          CblasUpper,
          CblasTrans,
          n,
          a.rows(),
          alpha,
          doubles(a),
          leading(a),
          beta,
          doubles(c),
          leading(c));
    }
    mirrorUpper(c);
  }

  /** Lets {@code work} compute {@code out} from copies, as a call would otherwise allocate them. */
  private void borrow(Work work, FloatMatrix out) {
    Operands operands = Optional.ofNullable(idle.poll()).orElseGet(Operands::new);
    work.on(operands.first, operands.second, operands.third);
    operands.third.copyTo(out);
    if (operands.areWorthKeeping()) {
      idle.add(operands);
    }
  }

  private interface Work {
    void on(NativeFloats first, NativeFloats second, NativeFloats third);
  }

  private record Operands(NativeFloats first, NativeFloats second, NativeFloats third) {
    Operands() {
      this(new NativeFloats(), new NativeFloats(), new NativeFloats());
    }

    boolean areWorthKeeping() {
      return Stream.of(first, second, third).allMatch(NativeFloats::isWorthKeeping);
    }
  }

  @Override
  public Optional<Cholesky> cholesky(Matrix a) {
    Shapes.checkSquare(a);
    Matrix factor = a.copy();
    int n = a.rows();
    int info =
        factor instanceof FloatMatrix f
            ? LAPACKE_spotrf(LAPACK_COL_MAJOR, LOWER, n, f.data(), n)
            : LAPACKE_dpotrf(LAPACK_COL_MAJOR, LOWER, n, doubles(factor), n);
    return info == 0 ? Optional.of(new Factor(factor)) : Optional.empty();
  }

  /** Rows first, the factor is the upper triangle U of A = UᵀU. */
  private record Factor(Matrix factor) implements Cholesky {
    @Override
    public Matrix solve(Matrix b) {
      if (b.rows() != factor.rows() || b.precision() != factor.precision()) {
        throw new IllegalArgumentException(
            "%s cannot be solved for %s".formatted(factor.shape(), b.shape()));
      }
      Matrix x = b.copy();
      int n = factor.rows();
      int k = b.columns();
      if (x instanceof FloatMatrix f) {
        LAPACKE_spotrs(LAPACK_ROW_MAJOR, UPPER, n, k, floats(factor), n, f.data(), k);
      } else {
        LAPACKE_dpotrs(LAPACK_ROW_MAJOR, UPPER, n, k, doubles(factor), n, doubles(x), k);
      }
      return x;
    }

    @Override
    public Matrix inverse() {
      Matrix inverse = factor.copy();
      int n = factor.rows();
      if (inverse instanceof FloatMatrix f) {
        LAPACKE_spotri(LAPACK_COL_MAJOR, LOWER, n, f.data(), n);
      } else {
        LAPACKE_dpotri(LAPACK_COL_MAJOR, LOWER, n, doubles(inverse), n);
      }
      mirrorUpper(inverse);
      return inverse;
    }
  }

  @Override
  public double[] eigenvalues(Matrix a) {
    return decompose(a, (byte) 'N').values();
  }

  @Override
  public Eigen eigen(Matrix a) {
    return decompose(a, (byte) 'V');
  }

  private static Eigen decompose(Matrix a, byte job) {
    Shapes.checkSquare(a);
    int n = a.rows();
    DoubleMatrix vectors = (DoubleMatrix) Precision.DOUBLE.zeros(n, n);
    vectors.copy(a);
    double[] values = new double[n];
    int info = LAPACKE_dsyevd(LAPACK_COL_MAJOR, job, LOWER, n, vectors.data(), n, values);
    if (info != 0) {
      throw new IllegalArgumentException("no eigenvalues of this " + a.shape() + " matrix found");
    }
    transpose(vectors);
    return new Eigen(values, vectors);
  }

  private static final int BLOCK = 32;
  private static final byte LOWER = 'L';
  private static final byte UPPER = 'U';

  private static float[] floats(Matrix a) {
    return ((FloatMatrix) a).data();
  }

  private static double[] doubles(Matrix a) {
    return ((DoubleMatrix) a).data();
  }

  private static int leading(Matrix a) {
    return Math.max(1, a.stride());
  }

  private static void transpose(DoubleMatrix a) {
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < i; j++) {
        double lower = a.get(i, j);
        a.set(i, j, a.get(j, i));
        a.set(j, i, lower);
      }
    }
  }

  /** Copies the upper triangle to the lower one, block by block, to stay in the cache. */
  private static void mirrorUpper(Matrix a) {
    int n = a.rows();
    for (int i = 0; i < n; i += BLOCK) {
      for (int j = 0; j <= i; j += BLOCK) {
        if (a instanceof FloatMatrix f) {
          mirror(f.data(), n, f.stride(), i, j);
        } else {
          mirror(doubles(a), n, a.stride(), i, j);
        }
      }
    }
  }

  private static void mirror(float[] a, int n, int stride, int top, int left) {
    for (int i = top; i < Math.min(n, top + BLOCK); i++) {
      for (int j = left; j < Math.min(i, left + BLOCK); j++) {
        a[i * stride + j] = a[j * stride + i];
      }
    }
  }

  private static void mirror(double[] a, int n, int stride, int top, int left) {
    for (int i = top; i < Math.min(n, top + BLOCK); i++) {
      for (int j = left; j < Math.min(i, left + BLOCK); j++) {
        a[i * stride + j] = a[j * stride + i];
      }
    }
  }
}
