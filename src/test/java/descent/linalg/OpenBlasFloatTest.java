package descent.linalg;

class OpenBlasFloatTest extends DenseAlgebraContract {
  private final DenseAlgebra algebra = Algebras.load().fast();

  @Override
  DenseAlgebra algebra() {
    return algebra;
  }

  @Override
  double tolerance() {
    return algebra.precision() == Precision.FLOAT ? 1e-6 : 1e-14;
  }
}
