package descent.model;

import descent.linalg.Matrix;
import java.util.SplittableRandom;

/**
 * p(y | z) for a network's outputs z, which are natural parameters; immutable.
 *
 * <p>Matrices have one row an example. {@code δ = ∂(−log p)/∂z}; its second moment over y ~ p is
 * the output Fisher matrix, which here equals the Hessian of −log p.
 */
public sealed interface Likelihood {
  /** How many columns the targets of {@code outputs} outputs have. */
  int targets(int outputs);

  /** Σ over rows of −log p(y | z), constants dropped. */
  double loss(Matrix z, Matrix y);

  /** δ for the targets {@code y}. */
  void residual(Matrix z, Matrix y, Matrix delta);

  /** {@code out} ← output Fisher of each row times {@code v}. */
  void fisherTimes(Matrix z, Matrix v, Matrix out);

  /**
   * {@code root} ← column {@code k} of a square root of each row's output Fisher, k from 0 to
   * outputs − 1.
   */
  void fisherRoot(int k, Matrix z, Matrix root);

  /** δ for targets drawn from p(· | z). */
  void sample(Matrix z, SplittableRandom random, Matrix delta);

  /** A random δ made of signs whose second moment is the output Fisher. */
  void signs(Matrix z, SplittableRandom random, Matrix delta);

  /** How many rows predict their target's class; NaN without classes. */
  double correct(Matrix z, Matrix y);

  /** y ~ N(z, σ²). */
  record Gaussian(double sigma) implements Likelihood {
    public Gaussian {
      if (!(sigma > 0)) {
        throw new IllegalArgumentException("sigma must be above 0, got " + sigma);
      }
    }

    @Override
    public int targets(int outputs) {
      return outputs;
    }

    @Override
    public double loss(Matrix z, Matrix y) {
      Matrix difference = z.copy();
      difference.addScaled(-1, y);
      return 0.5 * difference.dot(difference) / (sigma * sigma);
    }

    @Override
    public void residual(Matrix z, Matrix y, Matrix delta) {
      delta.copy(z);
      delta.addScaled(-1, y);
      delta.scale(1 / (sigma * sigma));
    }

    @Override
    public void fisherTimes(Matrix z, Matrix v, Matrix out) {
      out.copy(v);
      out.scale(1 / (sigma * sigma));
    }

    @Override
    public void fisherRoot(int k, Matrix z, Matrix root) {
      root.fill(0);
      for (int i = 0; i < z.rows(); i++) {
        root.set(i, k, 1 / sigma);
      }
    }

    @Override
    public void sample(Matrix z, SplittableRandom random, Matrix delta) {
      each(delta, (i, j) -> Draws.gaussian(random) / sigma);
    }

    @Override
    public void signs(Matrix z, SplittableRandom random, Matrix delta) {
      each(delta, (i, j) -> Draws.sign(random) / sigma);
    }

    @Override
    public double correct(Matrix z, Matrix y) {
      return Double.NaN;
    }
  }

  /** Independent y ∈ {0, 1} (or [0, 1]) with log odds z. */
  record Bernoulli() implements Likelihood {
    @Override
    public int targets(int outputs) {
      return outputs;
    }

    @Override
    public double loss(Matrix z, Matrix y) {
      return z.bernoulliCrossEntropy(y);
    }

    @Override
    public void residual(Matrix z, Matrix y, Matrix delta) {
      delta.apply(descent.linalg.Activation.SIGMOID, z);
      delta.addScaled(-1, y);
    }

    @Override
    public void fisherTimes(Matrix z, Matrix v, Matrix out) {
      Matrix p = z.copy();
      p.apply(descent.linalg.Activation.SIGMOID, z);
      out.copy(v);
      out.multiplyDerivative(descent.linalg.Activation.SIGMOID, z, p);
    }

    @Override
    public void fisherRoot(int k, Matrix z, Matrix root) {
      root.fill(0);
      for (int i = 0; i < z.rows(); i++) {
        root.set(i, k, deviation(z.get(i, k)));
      }
    }

    @Override
    public void sample(Matrix z, SplittableRandom random, Matrix delta) {
      each(
          delta,
          (i, j) -> {
            double p = probability(z.get(i, j));
            return p - (random.nextDouble() < p ? 1 : 0);
          });
    }

    @Override
    public void signs(Matrix z, SplittableRandom random, Matrix delta) {
      delta.apply(descent.linalg.Activation.SIGMOID, z);
      each(
          delta,
          (i, j) -> {
            double p = delta.get(i, j);
            return Draws.sign(random) * Math.sqrt(p * (1 - p));
          });
    }

    @Override
    public double correct(Matrix z, Matrix y) {
      if (z.columns() != 1) {
        return Double.NaN;
      }
      int correct = 0;
      for (int i = 0; i < z.rows(); i++) {
        correct += z.get(i, 0) > 0 == y.get(i, 0) > 0.5 ? 1 : 0;
      }
      return correct;
    }

    private static double probability(double z) {
      return 1 / (1 + Math.exp(-z));
    }

    private static double deviation(double z) {
      double p = probability(z);
      return Math.sqrt(p * (1 - p));
    }
  }

  /** One class y of as many as there are outputs; the target is its index, p = softmax(z). */
  record Categorical() implements Likelihood {
    @Override
    public int targets(int outputs) {
      return 1;
    }

    @Override
    public double loss(Matrix z, Matrix y) {
      double sum = 0;
      for (int i = 0; i < z.rows(); i++) {
        double top = max(z, i);
        double total = 0;
        for (int j = 0; j < z.columns(); j++) {
          total += Math.exp(z.get(i, j) - top);
        }
        sum += top + Math.log(total) - z.get(i, (int) y.get(i, 0));
      }
      return sum;
    }

    @Override
    public void residual(Matrix z, Matrix y, Matrix delta) {
      softmax(z, delta);
      for (int i = 0; i < z.rows(); i++) {
        int label = (int) y.get(i, 0);
        delta.set(i, label, delta.get(i, label) - 1);
      }
    }

    @Override
    public void fisherTimes(Matrix z, Matrix v, Matrix out) {
      Matrix p = probabilities(z);
      for (int i = 0; i < z.rows(); i++) {
        double mean = 0;
        for (int j = 0; j < z.columns(); j++) {
          mean += p.get(i, j) * v.get(i, j);
        }
        for (int j = 0; j < z.columns(); j++) {
          out.set(i, j, p.get(i, j) * (v.get(i, j) - mean));
        }
      }
    }

    /** √p_k (p − e_k). */
    @Override
    public void fisherRoot(int k, Matrix z, Matrix root) {
      softmax(z, root);
      for (int i = 0; i < z.rows(); i++) {
        double weight = Math.sqrt(root.get(i, k));
        for (int j = 0; j < z.columns(); j++) {
          root.set(i, j, weight * (root.get(i, j) - (j == k ? 1 : 0)));
        }
      }
    }

    @Override
    public void sample(Matrix z, SplittableRandom random, Matrix delta) {
      softmax(z, delta);
      for (int i = 0; i < z.rows(); i++) {
        double left = random.nextDouble();
        int label = 0;
        while (label < z.columns() - 1 && (left -= delta.get(i, label)) >= 0) {
          label++;
        }
        delta.set(i, label, delta.get(i, label) - 1);
      }
    }

    /** √p ⊙ ε − p (√p · ε). */
    @Override
    public void signs(Matrix z, SplittableRandom random, Matrix delta) {
      Matrix p = probabilities(z);
      for (int i = 0; i < z.rows(); i++) {
        double total = 0;
        for (int j = 0; j < z.columns(); j++) {
          double signed = Draws.sign(random) * Math.sqrt(p.get(i, j));
          delta.set(i, j, signed);
          total += signed;
        }
        for (int j = 0; j < z.columns(); j++) {
          delta.set(i, j, delta.get(i, j) - p.get(i, j) * total);
        }
      }
    }

    @Override
    public double correct(Matrix z, Matrix y) {
      int correct = 0;
      for (int i = 0; i < z.rows(); i++) {
        int best = 0;
        for (int j = 1; j < z.columns(); j++) {
          best = z.get(i, j) > z.get(i, best) ? j : best;
        }
        correct += best == (int) y.get(i, 0) ? 1 : 0;
      }
      return correct;
    }

    private static Matrix probabilities(Matrix z) {
      Matrix p = z.zeros(z.rows(), z.columns());
      softmax(z, p);
      return p;
    }

    private static void softmax(Matrix z, Matrix p) {
      for (int i = 0; i < z.rows(); i++) {
        double top = max(z, i);
        double total = 0;
        for (int j = 0; j < z.columns(); j++) {
          double e = Math.exp(z.get(i, j) - top);
          p.set(i, j, e);
          total += e;
        }
        for (int j = 0; j < z.columns(); j++) {
          p.set(i, j, p.get(i, j) / total);
        }
      }
    }

    private static double max(Matrix z, int row) {
      double max = z.get(row, 0);
      for (int j = 1; j < z.columns(); j++) {
        max = Math.max(max, z.get(row, j));
      }
      return max;
    }
  }

  /** Computes element (row, column). */
  @FunctionalInterface
  interface Element {
    double at(int row, int column);
  }

  private static void each(Matrix out, Element element) {
    for (int i = 0; i < out.rows(); i++) {
      for (int j = 0; j < out.columns(); j++) {
        out.set(i, j, element.at(i, j));
      }
    }
  }
}
