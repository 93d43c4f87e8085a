package descent.optimizer;

import descent.linalg.BlockVector;
import descent.linalg.DenseAlgebra;
import descent.linalg.Matrix;
import descent.objective.Layered;
import descent.objective.LayeredBatch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * K-FAC in place: V_l ← β V_l − η G_l⁻¹ (∂L/∂W̄_l) A_l⁻¹ with damped factors averaged over the
 * steps: J. Martens, R. Grosse, 2015, arXiv:1503.05671.
 */
final class KfacStepper implements WeightStepper {
  private static final double LEAST_TRACE = 1e-20;
  private Optional<Layered.Factors> factors = Optional.empty();
  private List<Matrix> inputInverses = List.of();
  private List<Matrix> outputInverses = List.of();
  private List<BlockVector> velocity = List.of();

  /** The preconditioned gradient, and the gradient times the inverses of the inputs' factors. */
  private List<BlockVector> buffers = List.of();

  private double damping;
  private double asked = -1;
  private int steps;
  private int updates;

  /** The same state, independent of this one. */
  KfacStepper copy() {
    KfacStepper copy = new KfacStepper();
    copy.factors = factors.map(f -> new Layered.Factors(copies(f.inputs()), copies(f.outputs())));
    copy.inputInverses = inputInverses;
    copy.outputInverses = outputInverses;
    copy.velocity = velocity.stream().map(BlockVector::copy).toList();
    copy.damping = damping;
    copy.asked = asked;
    copy.steps = steps;
    copy.updates = updates;
    return copy;
  }

  private static List<Matrix> copies(List<Matrix> from) {
    return from.stream().map(Matrix::copy).toList();
  }

  @Override
  public double step(
      LayeredBatch batch, BlockVector weights, BlockVector gradient, Hyperparameters h) {
    KfacSettings settings = KfacSettings.of(h);
    double loss = batch.gradient(weights, gradient);
    if (!Double.isFinite(loss)) {
      return loss;
    }
    if (velocity.isEmpty()) {
      velocity = List.of(gradient.zeros());
    }
    if (buffers.isEmpty()) {
      buffers = List.of(gradient.zeros(), gradient.zeros());
    }
    if (asked != settings.damping() || !settings.adapt()) {
      asked = settings.damping();
      damping = asked;
    }
    steps++;
    refresh(batch, settings);
    BlockVector direction = precondition(batch, gradient);
    boolean adapts = settings.adaptsAfter(steps);
    double predicted =
        settings.quadratic()
            ? fit(batch, gradient, direction, settings)
            : move(batch, gradient, direction, settings, adapts);
    batch.each(
        weights.blocks().size(),
        b -> weights.blocks().get(b).addScaled(1, velocity.get(0).blocks().get(b)));
    if (adapts) {
      damping = KfacSettings.adapted(damping, (batch.loss(weights) - loss) / predicted);
    }
    return loss;
  }

  private void refresh(LayeredBatch batch, KfacSettings settings) {
    if (settings.averagesIn(steps)) {
      updates++;
      double keep = Math.min(1 - 1.0 / updates, settings.decay());
      factors = Optional.of(factors.orElseGet(batch::noFactors));
      batch.average(
          factors.get(),
          keep,
          settings.estimate(),
          new SplittableRandom(steps),
          settings.rowsOf(batch.size()));
    }
    if (settings.invertsIn(steps)) {
      invert(batch, factors.orElseThrow(), settings.pi());
    }
  }

  private void invert(LayeredBatch batch, Layered.Factors factors, boolean corrected) {
    Matrix[] a = new Matrix[factors.inputs().size()];
    Matrix[] g = new Matrix[a.length];
    double root = Math.sqrt(damping);
    batch.each(
        a.length,
        l -> {
          Matrix inputs = factors.inputs().get(l);
          Matrix outputs = factors.outputs().get(l);
          double pi = corrected ? pi(inputs, outputs) : 1;
          a[l] = inverse(batch.algebra(), inputs, pi * root);
          g[l] = inverse(batch.algebra(), outputs, root / pi);
        });
    inputInverses = List.of(a);
    outputInverses = List.of(g);
  }

  /** √((tr A / dim A) / (tr G / dim G)). */
  static double pi(Matrix a, Matrix g) {
    double inputs = Math.max(LEAST_TRACE, a.trace() / a.rows());
    double outputs = Math.max(LEAST_TRACE, g.trace() / g.rows());
    return Math.sqrt(inputs / outputs);
  }

  /** (M + damping I)⁻¹, with more damping if rounding leaves the sum indefinite. */
  private static Matrix inverse(DenseAlgebra algebra, Matrix factor, double damping) {
    double added = damping;
    for (int attempt = 0; attempt < 12; attempt++) {
      Matrix sum = factor.copy();
      sum.addToDiagonal(added);
      var cholesky = algebra.cholesky(sum);
      if (cholesky.isPresent()) {
        return cholesky.get().inverse();
      }
      added *= 10;
    }
    throw new IllegalArgumentException(
        "kfac: a factor stays singular with damping %s; raise the damping."
            .formatted(WireNumber.of(damping)));
  }

  /** G⁻¹ V A⁻¹ of each layer, kept until the next step. */
  private BlockVector precondition(LayeredBatch batch, BlockVector gradient) {
    DenseAlgebra algebra = batch.algebra();
    BlockVector direction = buffers.get(0);
    batch.each(
        inputInverses.size(),
        l -> {
          Matrix v = gradient.blocks().get(l);
          Matrix half = buffers.get(1).blocks().get(l);
          Matrix out = direction.blocks().get(l);
          algebra.multiply(false, false, 1, v, inputInverses.get(l), 0, half);
          algebra.multiply(false, false, 1, outputInverses.get(l), half, 0, out);
        });
    return direction;
  }

  /** Makes the velocity the next step; returns what it is predicted to change, if that is asked. */
  private double move(
      LayeredBatch batch,
      BlockVector gradient,
      BlockVector direction,
      KfacSettings settings,
      boolean asks) {
    double rate = settings.learningRate();
    if (settings.klClip() > 0) {
      double change = rate * rate * direction.dot(gradient);
      rate *= Math.min(1, Math.sqrt(settings.klClip() / Math.max(change, Double.MIN_NORMAL)));
    }
    combine(batch, -rate, direction, settings.momentum());
    return asks ? predicted(batch, gradient, settings) : 0;
  }

  /**
   * Makes the velocity α d + μ v, which minimizes ½ δᵀ(F + λI)δ + ∇Lᵀδ, but for α, which is
   * multiplied by the learning rate; returns that model at the velocity.
   */
  private double fit(
      LayeredBatch batch, BlockVector gradient, BlockVector direction, KfacSettings settings) {
    BlockVector v = velocity.get(0);
    double[][] m = batch.fisherForm(List.of(direction, v), settings.rowsOf(batch.size()));
    double[] products = products(batch, direction, v, gradient);
    m[0][0] += damping * products[0];
    m[0][1] += damping * products[1];
    m[1][1] += damping * products[2];
    double alongDirection = products[3];
    double alongVelocity = products[4];
    double determinant = m[0][0] * m[1][1] - m[0][1] * m[0][1];
    boolean both = determinant > 1e-6 * m[0][0] * m[1][1];
    double best =
        both
            ? (m[0][1] * alongVelocity - m[1][1] * alongDirection) / determinant
            : -alongDirection / Math.max(m[0][0], Double.MIN_NORMAL);
    double mu = both ? (m[0][1] * alongDirection - m[0][0] * alongVelocity) / determinant : 0;
    double alpha = best * settings.learningRate();
    combine(batch, alpha, direction, mu);
    double form = alpha * alpha * m[0][0] + 2 * alpha * mu * m[0][1] + mu * mu * m[1][1];
    return 0.5 * form + alpha * alongDirection + mu * alongVelocity;
  }

  /** velocity ← α d + μ velocity. */
  private void combine(LayeredBatch batch, double alpha, BlockVector direction, double mu) {
    batch.each(
        direction.blocks().size(),
        b -> {
          Matrix v = velocity.get(0).blocks().get(b);
          v.scale(mu);
          v.addScaled(alpha, direction.blocks().get(b));
        });
  }

  /** x·x, x·y, y·y, x·z and y·z, summed in double. */
  private static double[] products(
      LayeredBatch batch, BlockVector x, BlockVector y, BlockVector z) {
    double[][] own = new double[x.blocks().size()][];
    batch.each(
        own.length, b -> own[b] = x.blocks().get(b).products(y.blocks().get(b), z.blocks().get(b)));
    return IntStream.range(0, own[0].length)
        .mapToDouble(i -> Arrays.stream(own).mapToDouble(block -> block[i]).sum())
        .toArray();
  }

  /** ½ δᵀ(F + λI)δ + ∇Lᵀδ, what the quadratic model says the step will change. */
  private double predicted(LayeredBatch batch, BlockVector gradient, KfacSettings settings) {
    BlockVector v = velocity.get(0);
    double form = batch.fisherForm(List.of(v), settings.rowsOf(batch.size()))[0][0];
    return 0.5 * (form + damping * v.dot(v)) + gradient.dot(v);
  }
}
