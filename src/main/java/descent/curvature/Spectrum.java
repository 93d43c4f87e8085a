package descent.curvature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The eigenvalues of an operator from its products alone: extreme ones by Lanczos, the trace by M.
 * Hutchinson, 1990, doi:10.1080/03610919008812866, the density by stochastic Lanczos quadrature, S.
 * Ubaru, J. Chen, Y. Saad, 2017, doi:10.1137/16M1104974.
 */
public final class Spectrum {
  private Spectrum() {}

  /**
   * An eigenvalue with its vector of length one.
   *
   * @param residual ‖A v − λ v‖, how far from exact it is
   */
  public record Pair(double value, double[] vector, double residual) {}

  /** The {@code count} largest eigenvalues, largest first, after {@code steps} Lanczos steps. */
  public static List<Pair> top(Operator a, int count, int steps, long seed) {
    Lanczos lanczos =
        Lanczos.run(a, Vectors.gaussian(a.dimension(), new SplittableRandom(seed)), steps);
    double[] values = lanczos.values();
    List<Pair> pairs = new ArrayList<>();
    for (int k = values.length - 1; k >= Math.max(0, values.length - count); k--) {
      double[] vector = lanczos.vector(k);
      double[] rest = a.apply(vector).clone();
      Vectors.add(rest, -values[k], vector);
      pairs.add(new Pair(values[k], vector, Math.sqrt(Vectors.dot(rest, rest))));
    }
    return pairs;
  }

  /**
   * An estimated number.
   *
   * @param error its standard error; NaN from one sample
   */
  public record Estimate(double mean, double error) {}

  /** tr A = E vᵀAv over random signs v, from {@code samples} of them. */
  public static Estimate trace(Operator a, int samples, long seed) {
    if (samples < 1) {
      throw new IllegalArgumentException("a trace needs at least 1 sample, got " + samples);
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] forms = new double[samples];
    for (int s = 0; s < samples; s++) {
      double[] v = Vectors.signs(a.dimension(), random);
      forms[s] = Vectors.dot(v, a.apply(v));
    }
    double mean = Arrays.stream(forms).average().orElseThrow();
    double square = Arrays.stream(forms).map(f -> (f - mean) * (f - mean)).sum();
    return new Estimate(
        mean, samples == 1 ? Double.NaN : Math.sqrt(square / (samples - 1) / samples));
  }

  /**
   * A density as weighted points.
   *
   * @param nodes where the mass is
   * @param weights how much; they sum to 1
   */
  public record Density(double[] nodes, double[] weights) {
    /** The density at each of {@code x}, the points widened to normal curves of deviation width. */
    public double[] smooth(double[] x, double width) {
      if (!(width > 0)) {
        throw new IllegalArgumentException("the width must be above 0, got " + width);
      }
      double[] out = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        for (int k = 0; k < nodes.length; k++) {
          double distance = (x[i] - nodes[k]) / width;
          out[i] +=
              weights[k] * Math.exp(-0.5 * distance * distance) / (width * Math.sqrt(2 * Math.PI));
        }
      }
      return out;
    }

    /** The points of exact eigenvalues, equally heavy. */
    public static Density of(double[] eigenvalues) {
      double[] weights = new double[eigenvalues.length];
      Arrays.fill(weights, 1.0 / weights.length);
      return new Density(eigenvalues.clone(), weights);
    }
  }

  /** The density from {@code vectors} random starts of {@code steps} Lanczos steps each. */
  public static Density density(Operator a, int vectors, int steps, long seed) {
    if (vectors < 1) {
      throw new IllegalArgumentException("a density needs at least 1 vector, got " + vectors);
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<Double> nodes = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int v = 0; v < vectors; v++) {
      Lanczos lanczos = Lanczos.run(a, Vectors.gaussian(a.dimension(), random), steps);
      Arrays.stream(lanczos.values()).forEach(nodes::add);
      Arrays.stream(lanczos.weights()).map(w -> w / vectors).forEach(weights::add);
    }
    return new Density(
        nodes.stream().mapToDouble(Double::doubleValue).toArray(),
        weights.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Every eigenvalue of a dense symmetric matrix, ascending. */
  public static double[] exact(double[][] matrix, descent.linalg.DenseAlgebra algebra) {
    return algebra.eigenvalues(descent.linalg.Matrix.of(matrix));
  }
}
