package descent.device;

import descent.expr.Expr;
import descent.expr.Program;
import descent.expr.Program.Assignment;
import descent.linalg.DenseAlgebra;
import descent.linalg.FloatMatrix;
import descent.model.Likelihood;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What K-FAC needs of a network on a card: factors, step and velocity stay there; the δ of the
 * outputs are drawn and the factors inverted by the processor. Used by one thread after {@link
 * CardNetwork#pass}; closed with its network.
 */
public final class CardKronecker {
  private static final int ATTEMPTS = 12;
  private static final double LEAST_TRACE = 1e-20;
  private static final Program MOVE =
      new Program(
          List.of("v", "d"),
          List.of("keep", "rate"),
          List.of(new Assignment("v", Expr.parse("keep*v - rate*d"))));
  private static final Program APPLY =
      new Program(
          List.of("x", "v"),
          List.of("rate"),
          List.of(new Assignment("x", Expr.parse("x + rate*v"))));

  private final Card card;
  private final CardNetwork network;
  private final DenseAlgebra algebra;
  private final List<Gemm.Matrix> inputs = new ArrayList<>();
  private final List<Gemm.Matrix> outputs = new ArrayList<>();
  private final List<Gemm.Matrix> inputInverses = new ArrayList<>();
  private final List<Gemm.Matrix> outputInverses = new ArrayList<>();
  private final List<Gemm.Matrix> moved = new ArrayList<>();
  private Weights direction;
  private Weights half;
  private Weights velocity;
  private Update move;
  private Update apply;

  /** Draws pass {@code k} of the δ of outputs {@code z}, both rows × outputs. */
  @FunctionalInterface
  public interface Draw {
    void into(int k, FloatMatrix z, FloatMatrix delta);
  }

  /**
   * Room for the factors of {@code network}.
   *
   * @param algebra inverts the factors
   * @throws DeviceException if the card has no room
   */
  public CardKronecker(CardNetwork network, DenseAlgebra algebra) {
    this.network = network;
    this.algebra = algebra;
    card = network.card();
    card.turn(this::allocate);
  }

  private void allocate() {
    Holding holding = network.holding();
    for (int l = 0; l < network.network().layers(); l++) {
      Gemm.Matrix w = network.weightsOnCard().layer(l);
      inputs.add(square(holding, w.columns()));
      inputInverses.add(square(holding, w.columns()));
      outputs.add(square(holding, w.rows()));
      outputInverses.add(square(holding, w.rows()));
      Buffer sums = holding.floats((long) network.batch() * w.rows());
      moved.add(Gemm.Matrix.packed(sums, network.batch(), w.rows()));
    }
    direction = Weights.of(network.network(), holding);
    half = Weights.of(network.network(), holding);
    velocity = Weights.of(network.network(), holding);
    velocity.buffer().fill(0);
    move = new Update(MOVE, holding);
    apply = new Update(APPLY, holding);
  }

  private static Gemm.Matrix square(Holding holding, int n) {
    Buffer buffer = holding.floats((long) n * n);
    buffer.fill(0);
    return Gemm.Matrix.packed(buffer, n, n);
  }

  /**
   * A_l ← keep A_l + (1 − keep) E āāᵀ, G_l ← keep G_l + (1 − keep) E δδᵀ over the first {@code
   * rows} examples of the last pass.
   *
   * @param passes of δ, which add up
   */
  public void factors(Draw draw, int passes, int rows, double keep) {
    card.turn(
        () -> {
          Layers layers = network.layersOnCard();
          float part = (float) ((1 - keep) / rows);
          for (int l = 0; l < inputs.size(); l++) {
            Gemm.Matrix a = layers.input(l, rows);
            Gemm.multiply(card, true, false, part, a, a, (float) keep, inputs.get(l));
          }
          for (int k = 0; k < passes; k++) {
            layers.draw(draw, k, rows);
            layers.propagate(network.weightsOnCard(), rows);
            float before = k == 0 ? (float) keep : 1;
            for (int l = 0; l < outputs.size(); l++) {
              Gemm.Matrix d = layers.delta(l, rows);
              Gemm.multiply(card, true, false, part, d, d, before, outputs.get(l));
            }
          }
        });
  }

  /** The inverses of A_l + π √λ I and G_l + √λ/π I, where π = 1 unless {@code corrected}. */
  public void invert(double damping, boolean corrected) {
    double root = Math.sqrt(damping);
    for (int l = 0; l < inputs.size(); l++) {
      FloatMatrix a = read(inputs.get(l));
      FloatMatrix g = read(outputs.get(l));
      double pi = corrected ? pi(a, g) : 1;
      write(inputInverses.get(l), a, pi * root);
      write(outputInverses.get(l), g, root / pi);
    }
  }

  private static double pi(FloatMatrix a, FloatMatrix g) {
    double inputs = Math.max(LEAST_TRACE, a.trace() / a.rows());
    double outputs = Math.max(LEAST_TRACE, g.trace() / g.rows());
    return Math.sqrt(inputs / outputs);
  }

  private FloatMatrix read(Gemm.Matrix from) {
    float[] numbers = new float[from.rows() * from.columns()];
    card.turn(() -> from.buffer().read(numbers));
    return new FloatMatrix(from.rows(), from.columns(), from.columns(), numbers);
  }

  private void write(Gemm.Matrix to, FloatMatrix factor, double damping) {
    double added = damping;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var sum = algebra.zeros(factor.rows(), factor.columns());
      sum.copy(factor);
      sum.addToDiagonal(added);
      var cholesky = algebra.cholesky(sum);
      if (cholesky.isPresent()) {
        float[] inverse = Examples.packed(cholesky.get().inverse());
        card.turn(() -> to.buffer().write(inverse));
        return;
      }
      added *= 10;
    }
    throw new IllegalArgumentException(
        "kfac: a factor stays singular with damping %s; raise the damping.".formatted(damping));
  }

  /** d_l ← G_l⁻¹ ∇_l A_l⁻¹; returns d · ∇. */
  public double precondition() {
    return card.turn(
        () -> {
          Weights gradient = network.gradientOnCard();
          for (int l = 0; l < inputs.size(); l++) {
            Gemm.Matrix h = half.layer(l);
            Gemm.Matrix d = direction.layer(l);
            Gemm.Matrix g = gradient.layer(l);
            Gemm.multiply(card, false, false, 1, g, inputInverses.get(l), 0, h);
            Gemm.multiply(card, false, false, 1, outputInverses.get(l), h, 0, d);
          }
          return network.dot(direction, gradient);
        });
  }

  /** v ← keep v − rate d. */
  public void move(double keep, double rate) {
    card.turn(
        () -> {
          move.schedule(new double[][] {{keep, rate}});
          Map<String, Buffer> arrays = Map.of("v", velocity.buffer(), "d", direction.buffer());
          move.run(velocity.count(), 0, arrays);
        });
  }

  /** ½ vᵀ(F + λI)v + ∇ · v, F over the first {@code rows} examples of the last pass. */
  public double predicted(double damping, int rows) {
    return card.turn(
        () -> {
          Layers layers = network.layersOnCard();
          FloatMatrix jv = layers.tangent(network.weightsOnCard(), velocity, moved, rows);
          FloatMatrix z = layers.outputs(rows);
          FloatMatrix image = Layers.matrix(rows, jv.columns());
          Likelihood likelihood = network.network().likelihood();
          likelihood.fisherTimes(z, jv, image);
          double form = jv.dot(image) / rows;
          double length = network.dot(velocity, velocity);
          return 0.5 * (form + damping * length) + network.dot(network.gradientOnCard(), velocity);
        });
  }

  /** x ← x + v. */
  public void step() {
    card.turn(
        () -> {
          apply.schedule(new double[][] {{1}});
          Buffer weights = network.weightsOnCard().buffer();
          apply.run(velocity.count(), 0, Map.of("x", weights, "v", velocity.buffer()));
        });
  }
}
