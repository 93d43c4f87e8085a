package descent.objective;

/** An objective that knows its second derivatives. */
public interface TwiceDifferentiable extends Objective {
  /** The n×n Hessian H(x), symmetric, rows first. */
  double[][] hessian(double[] x);

  /** H(x)·v. */
  default double[] hessianTimes(double[] x, double[] v) {
    double[][] hessian = hessian(x);
    double[] product = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      for (int j = 0; j < v.length; j++) {
        product[i] += hessian[i][j] * v[j];
      }
    }
    return product;
  }
}
