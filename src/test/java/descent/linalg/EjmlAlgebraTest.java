package descent.linalg;

class EjmlAlgebraTest extends DenseAlgebraContract {
  @Override
  DenseAlgebra algebra() {
    return new EjmlAlgebra();
  }

  @Override
  double tolerance() {
    return 1e-14;
  }
}
