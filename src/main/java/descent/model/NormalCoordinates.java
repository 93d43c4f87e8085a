package descent.model;

/** Ways to write a normal distribution as two numbers φ. */
public enum NormalCoordinates {
  /** (μ, σ). */
  DEVIATION {
    @Override
    public double[] of(Normal p) {
      return new double[] {p.mean(), p.deviation()};
    }

    @Override
    double[] parameters(double[] phi) {
      return phi.clone();
    }

    @Override
    double[][] jacobian(Normal p) {
      return new double[][] {{1, 0}, {0, 1}};
    }
  },
  /** (μ, log σ). */
  LOGARITHM {
    @Override
    public double[] of(Normal p) {
      return new double[] {p.mean(), Math.log(p.deviation())};
    }

    @Override
    double[] parameters(double[] phi) {
      return new double[] {phi[0], Math.exp(phi[1])};
    }

    @Override
    double[][] jacobian(Normal p) {
      return new double[][] {{1, 0}, {0, p.deviation()}};
    }
  },
  /** The mean parameters (E x, E x²) = (μ, μ² + σ²). */
  MEANS {
    @Override
    public double[] of(Normal p) {
      return new double[] {p.mean(), p.mean() * p.mean() + p.deviation() * p.deviation()};
    }

    @Override
    double[] parameters(double[] phi) {
      return new double[] {phi[0], Math.sqrt(phi[1] - phi[0] * phi[0])};
    }

    @Override
    double[][] jacobian(Normal p) {
      return new double[][] {{1, 0}, {-p.mean() / p.deviation(), 0.5 / p.deviation()}};
    }
  },
  /** The natural parameters (μ/σ², −1/(2σ²)). */
  NATURAL {
    @Override
    public double[] of(Normal p) {
      double variance = p.deviation() * p.deviation();
      return new double[] {p.mean() / variance, -0.5 / variance};
    }

    @Override
    double[] parameters(double[] phi) {
      double variance = -0.5 / phi[1];
      return new double[] {phi[0] * variance, Math.sqrt(variance)};
    }

    @Override
    double[][] jacobian(Normal p) {
      double variance = p.deviation() * p.deviation();
      return new double[][] {{variance, 2 * p.mean() * variance}, {0, variance * p.deviation()}};
    }
  };

  /** φ of a distribution. */
  public abstract double[] of(Normal p);

  /** (μ, σ) of φ; not finite, or σ not above 0, outside the domain. */
  abstract double[] parameters(double[] phi);

  /** ∂(μ, σ)/∂φ, rows first. */
  abstract double[][] jacobian(Normal p);

  /** The Fisher matrix JᵀF J with F = diag(1, 2)/σ². */
  public double[][] fisher(Normal p) {
    double[][] j = jacobian(p);
    double[][] fisher = new double[2][2];
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 2; b++) {
        fisher[a][b] =
            (j[0][a] * j[0][b] + 2 * j[1][a] * j[1][b]) / (p.deviation() * p.deviation());
      }
    }
    return fisher;
  }
}
