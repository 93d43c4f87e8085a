package descent.model;

import java.util.SplittableRandom;

/**
 * p(y | z) with one number z; {@code δ = ∂(−log p)/∂z}. All but {@link #PROBABILITY} have z as
 * their natural parameter, so that their {@link #bend} does not depend on y.
 */
public enum Family {
  /** y ~ N(z, 1). */
  GAUSSIAN {
    @Override
    public double loss(double z, double y) {
      return (y - z) * (y - z) / 2;
    }

    @Override
    public double slope(double z, double y) {
      return z - y;
    }

    @Override
    public double bend(double z, double y) {
      return 1;
    }

    @Override
    public double mean(double z) {
      return z;
    }

    @Override
    public double fisher(double z) {
      return 1;
    }

    @Override
    public double spread(double z) {
      return 2;
    }

    @Override
    double sample(double z, SplittableRandom random) {
      return z + Draws.gaussian(random);
    }
  },
  /** y ∈ {0, 1} with log odds z. */
  BERNOULLI {
    @Override
    public double loss(double z, double y) {
      return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - y * z;
    }

    @Override
    public double slope(double z, double y) {
      return mean(z) - y;
    }

    @Override
    public double bend(double z, double y) {
      return mean(z) * mean(-z);
    }

    @Override
    public double mean(double z) {
      return 1 / (1 + Math.exp(-z));
    }

    @Override
    public double fisher(double z) {
      return mean(z) * mean(-z);
    }

    @Override
    public double spread(double z) {
      double p = mean(z);
      return p * (1 - p) * (1 - 2 * p) * (1 - 2 * p);
    }

    @Override
    double sample(double z, SplittableRandom random) {
      return random.nextDouble() < mean(z) ? 1 : 0;
    }
  },
  /** y ∈ {0, 1} with probability z; undefined outside (0, 1). */
  PROBABILITY {
    @Override
    public double loss(double z, double y) {
      return -y * Math.log(z) - (1 - y) * Math.log(1 - z);
    }

    @Override
    public double slope(double z, double y) {
      return (1 - y) / (1 - z) - y / z;
    }

    @Override
    public double bend(double z, double y) {
      return (1 - y) / ((1 - z) * (1 - z)) + y / (z * z);
    }

    @Override
    public double mean(double z) {
      return z;
    }

    @Override
    public double fisher(double z) {
      return 1 / (z * (1 - z));
    }

    @Override
    public double spread(double z) {
      double fourth = 1 / (z * z * z) + 1 / ((1 - z) * (1 - z) * (1 - z));
      return fourth - fisher(z) * fisher(z);
    }

    @Override
    double sample(double z, SplittableRandom random) {
      return random.nextDouble() < z ? 1 : 0;
    }
  },
  /** y ∈ {0, 1, 2 …} with mean eᶻ. */
  POISSON {
    private static final double LARGEST_MEAN = 500;

    @Override
    public double loss(double z, double y) {
      return Math.exp(z) - y * z;
    }

    @Override
    public double slope(double z, double y) {
      return Math.exp(z) - y;
    }

    @Override
    public double bend(double z, double y) {
      return Math.exp(z);
    }

    @Override
    public double mean(double z) {
      return Math.exp(z);
    }

    @Override
    public double fisher(double z) {
      return Math.exp(z);
    }

    @Override
    public double spread(double z) {
      return Math.exp(z) + 2 * Math.exp(2 * z);
    }

    /** Counts factors until their product falls below e^(−mean); NaN for means above 500. */
    @Override
    double sample(double z, SplittableRandom random) {
      double mean = Math.exp(z);
      if (!(mean <= LARGEST_MEAN)) {
        return Double.NaN;
      }
      double product = random.nextDouble();
      int count = 0;
      while (product > Math.exp(-mean)) {
        product *= random.nextDouble();
        count++;
      }
      return count;
    }
  };

  /** −log p(y | z) without constants; NaN outside the domain. */
  public abstract double loss(double z, double y);

  /** δ. */
  public abstract double slope(double z, double y);

  /** ∂²(−log p)/∂z². */
  public abstract double bend(double z, double y);

  /** E y. */
  public abstract double mean(double z);

  /** E δ². */
  public abstract double fisher(double z);

  /** The variance of δ². */
  public abstract double spread(double z);

  /** One y ~ p(· | z). */
  abstract double sample(double z, SplittableRandom random);

  /** KL(p(· | z) ‖ p(· | other)): the loss is linear in y, or squared. */
  public double divergence(double z, double other) {
    return loss(other, mean(z)) - loss(z, mean(z));
  }
}
