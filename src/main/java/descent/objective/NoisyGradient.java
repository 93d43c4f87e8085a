package descent.objective;

import java.util.SplittableRandom;

/**
 * An objective whose gradient is read with noise: ∇f(x) + σε, ε standard normal.
 *
 * <p>The noise is a pure function of the seed and of the point, so that equal runs see equal noise;
 * value and Hessian stay exact.
 *
 * @param deviation σ ≥ 0, the standard deviation in each coordinate
 */
public record NoisyGradient(TwiceDifferentiable exact, double deviation, long seed)
    implements TwiceDifferentiable {

  @Override
  public int dimension() {
    return exact.dimension();
  }

  @Override
  public double value(double[] x) {
    return exact.value(x);
  }

  @Override
  public double[][] hessian(double[] x) {
    return exact.hessian(x);
  }

  @Override
  public Evaluation at(double[] x) {
    Evaluation at = exact.at(x);
    SplittableRandom random = random(x);
    double[] noisy = at.gradient().clone();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += deviation * gaussian(random);
    }
    return new Evaluation(x, at.value(), noisy);
  }

  private SplittableRandom random(double[] x) {
    long mixed = seed;
    for (double coordinate : x) {
      mixed = new SplittableRandom(mixed ^ Double.doubleToLongBits(coordinate)).nextLong();
    }
    return new SplittableRandom(mixed);
  }

  /** G. Box, M. Muller, 1958, doi:10.1214/aoms/1177706645. */
  private static double gaussian(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
