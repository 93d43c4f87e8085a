package descent.linalg;

class OpenBlasDoubleTest extends DenseAlgebraContract {
  private final DenseAlgebra algebra = Algebras.load().fastDouble();

  @Override
  DenseAlgebra algebra() {
    return algebra;
  }

  @Override
  double tolerance() {
    return 1e-14;
  }
}
