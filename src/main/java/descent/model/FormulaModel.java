package descent.model;

import descent.objective.Evaluation;
import descent.objective.Formula;
import descent.objective.TwiceDifferentiable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;

/**
 * A likelihood of one or two parameters whose output z(θ, t) is a formula: the mean of −log p(yᵢ |
 * z(θ, tᵢ)) over the data; immutable.
 */
public final class FormulaModel implements TwiceDifferentiable {
  private final int dimension;
  private final Formula output;
  private final Family family;
  private final double[] inputs;
  private final double[] targets;

  /**
   * The model that {@code output} writes in the parameters {@code x} (and {@code y}) and the input
   * {@code t}.
   *
   * @param dimension 1 or 2 parameters
   * @param inputs tᵢ; copied
   * @param targets yᵢ, as many; copied
   * @throws IllegalArgumentException if the text is no such formula or the sizes differ
   */
  public FormulaModel(
      int dimension, String output, Family family, double[] inputs, double[] targets) {
    if (inputs.length != targets.length || inputs.length == 0) {
      throw new IllegalArgumentException(
          "%d inputs and %d targets are given; as many of both would be right"
              .formatted(inputs.length, targets.length));
    }
    this.dimension = dimension;
    this.output =
        Formula.in(dimension == 1 ? List.of("x", "t") : List.of("x", "y", "t"), output, Map.of());
    this.family = family;
    this.inputs = inputs.clone();
    this.targets = targets.clone();
  }

  /** How y depends on z. */
  public Family family() {
    return family;
  }

  /** The number of examples. */
  public int size() {
    return inputs.length;
  }

  /** tᵢ. */
  public double input(int i) {
    return inputs[i];
  }

  /** yᵢ. */
  public double target(int i) {
    return targets[i];
  }

  @Override
  public int dimension() {
    return dimension;
  }

  private double[] point(double[] x, double t) {
    double[] point = Arrays.copyOf(x, dimension + 1);
    point[dimension] = t;
    return point;
  }

  /** z(θ, t). */
  public double output(double[] x, double t) {
    return output.value(point(x, t));
  }

  /** E y at the input {@code t}. */
  public double mean(double[] x, double t) {
    return family.mean(output(x, t));
  }

  @Override
  public double value(double[] x) {
    double sum = 0;
    for (int i = 0; i < inputs.length; i++) {
      sum += family.loss(output(x, inputs[i]), targets[i]);
    }
    return sum / inputs.length;
  }

  @Override
  public Evaluation at(double[] x) {
    double[] gradient = new double[dimension];
    for (int i = 0; i < inputs.length; i++) {
      Evaluation z = output.at(point(x, inputs[i]));
      double slope = family.slope(z.value(), targets[i]);
      for (int a = 0; a < dimension; a++) {
        gradient[a] += slope * z.gradient()[a] / inputs.length;
      }
    }
    return new Evaluation(x, value(x), gradient);
  }

  /** (1/N) Σ ∂²(−log p)/∂z² JᵢJᵢᵀ + δᵢ ∇²zᵢ. */
  @Override
  public double[][] hessian(double[] x) {
    double[][] sum = gaussNewton(x);
    for (int i = 0; i < inputs.length; i++) {
      double slope = family.slope(output(x, inputs[i]), targets[i]);
      double[][] second = output.hessian(point(x, inputs[i]));
      for (int a = 0; a < dimension; a++) {
        for (int b = 0; b < dimension; b++) {
          sum[a][b] += slope * second[a][b] / inputs.length;
        }
      }
    }
    return sum;
  }

  /** The generalized Gauss–Newton matrix (1/N) Σ ∂²(−log p)/∂z² JᵢJᵢᵀ, with the labels yᵢ. */
  public double[][] gaussNewton(double[] x) {
    return moment(x, family::bend);
  }

  /** The Fisher matrix (1/N) Σ E_y[δ²] JᵢJᵢᵀ, which does not see the labels. */
  public double[][] fisher(double[] x) {
    return moment(x, (z, y) -> family.fisher(z));
  }

  /** The empirical Fisher matrix (1/N) Σ δᵢ² JᵢJᵢᵀ, with the labels yᵢ. */
  public double[][] empiricalFisher(double[] x) {
    return moment(x, (z, y) -> Math.pow(family.slope(z, y), 2));
  }

  /** Fisher with {@code draws} labels y ~ p(· | z) at each input. */
  public double[][] sampledFisher(double[] x, int draws, long seed) {
    double[][] squares = squares(x, draws, seed);
    double[][] sum = new double[dimension][dimension];
    for (int i = 0; i < inputs.length; i++) {
      double[] slope = output.at(point(x, inputs[i])).gradient();
      add(sum, Arrays.stream(squares[i]).average().orElse(0) / inputs.length, slope);
    }
    return sum;
  }

  /** The trace of {@link #sampledFisher} after 1, 2 … {@code draws} labels at each input. */
  public double[] sampledTraces(double[] x, int draws, long seed) {
    double[][] squares = squares(x, draws, seed);
    double[] lengths = lengths(x);
    double[] traces = new double[draws];
    double sum = 0;
    for (int k = 0; k < draws; k++) {
      for (int i = 0; i < inputs.length; i++) {
        sum += squares[i][k] * lengths[i] / inputs.length;
      }
      traces[k] = sum / (k + 1);
    }
    return traces;
  }

  /** The standard deviation of the sampled trace with one label at each input. */
  public double traceDeviation(double[] x) {
    double[] lengths = lengths(x);
    double sum = 0;
    for (int i = 0; i < inputs.length; i++) {
      sum += family.spread(output(x, inputs[i])) * lengths[i] * lengths[i];
    }
    return Math.sqrt(sum) / inputs.length;
  }

  /** The mean over the inputs of KL(p_θ(· | t) ‖ p_other(· | t)). */
  public double divergence(double[] x, double[] other) {
    double sum = 0;
    for (double t : inputs) {
      sum += family.divergence(output(x, t), output(other, t));
    }
    return sum / inputs.length;
  }

  /** N × draws: δ² of labels drawn from the model, draw by draw. */
  private double[][] squares(double[] x, int draws, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] z = Arrays.stream(inputs).map(t -> output(x, t)).toArray();
    double[][] squares = new double[inputs.length][draws];
    for (int k = 0; k < draws; k++) {
      for (int i = 0; i < inputs.length; i++) {
        double slope = family.slope(z[i], family.sample(z[i], random));
        squares[i][k] = slope * slope;
      }
    }
    return squares;
  }

  /** ‖Jᵢ‖². */
  private double[] lengths(double[] x) {
    double[] lengths = new double[inputs.length];
    for (int i = 0; i < lengths.length; i++) {
      double[] slope = output.at(point(x, inputs[i])).gradient();
      for (int a = 0; a < dimension; a++) {
        lengths[i] += slope[a] * slope[a];
      }
    }
    return lengths;
  }

  private double[][] moment(double[] x, DoubleBinaryOperator weight) {
    double[][] sum = new double[dimension][dimension];
    for (int i = 0; i < inputs.length; i++) {
      Evaluation z = output.at(point(x, inputs[i]));
      double w = weight.applyAsDouble(z.value(), targets[i]);
      add(sum, w / inputs.length, z.gradient());
    }
    return sum;
  }

  /** sum ← sum + w JJᵀ. */
  private void add(double[][] sum, double w, double[] slope) {
    for (int a = 0; a < dimension; a++) {
      for (int b = 0; b < dimension; b++) {
        sum[a][b] += w * slope[a] * slope[b];
      }
    }
  }
}
