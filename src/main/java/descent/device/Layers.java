package descent.device;

import descent.linalg.Activation;
import descent.linalg.FloatMatrix;
import descent.model.Likelihood;
import descent.model.Network;
import java.util.ArrayList;
import java.util.List;

/** A batch of examples in the layers of a network on a card; used inside its turns. */
final class Layers {
  private static final int GROUP = 64;
  private static final int NARROW = 32;
  private static final String TEXT = Code.resource("network.cl");

  private final Card card;
  private final Network network;
  private final int size;
  private final String source;
  private final float weight;

  /** ā_l, rows × (width + 1), the last column one. */
  private final List<Gemm.Matrix> inputs = new ArrayList<>();

  /** s_l and ∂(−log p)/∂s_l. */
  private final List<Gemm.Matrix> sums = new ArrayList<>();

  private final List<Gemm.Matrix> deltas = new ArrayList<>();
  private final Buffer targets;
  private final Buffer losses;
  private final Buffer right;

  /** Room for {@code size} examples. */
  Layers(Network network, int size, Holding holding) {
    card = holding.card();
    this.network = network;
    this.size = size;
    source =
        "#define F %d\n#define L %d\n".formatted(code(network.activation()), code(network)) + TEXT;
    weight =
        network.likelihood() instanceof Likelihood.Gaussian gaussian
            ? (float) (1 / (gaussian.sigma() * gaussian.sigma()))
            : 1;
    for (int l = 0; l < network.layers(); l++) {
      int width = network.widths().get(l);
      int next = network.widths().get(l + 1);
      Buffer ones = holding.floats((long) size * (width + 1));
      ones.fill(1);
      inputs.add(Gemm.Matrix.packed(ones, size, width + 1));
      sums.add(Gemm.Matrix.packed(holding.floats((long) size * next), size, next));
      deltas.add(Gemm.Matrix.packed(holding.floats((long) size * next), size, next));
    }
    targets = holding.floats((long) size * network.likelihood().targets(network.outputs()));
    losses = holding.floats(size);
    right = holding.floats(size);
  }

  int size() {
    return size;
  }

  private static int code(Activation activation) {
    return switch (activation) {
      case TANH -> 0;
      case SIGMOID -> 1;
      case RELU -> 2;
      case GELU -> 3;
    };
  }

  private static int code(Network network) {
    Likelihood likelihood = network.likelihood();
    return likelihood instanceof Likelihood.Categorical
        ? 2
        : likelihood instanceof Likelihood.Bernoulli ? 1 : 0;
  }

  /** The batch ← {@code rows} examples: those chosen from {@code first} on. */
  void load(Examples examples, Buffer chosen, int first, int rows) {
    gather(examples.inputs(), chosen, first, inputs.get(0).view(rows, network.inputs()));
    int columns = network.likelihood().targets(network.outputs());
    gather(examples.targets(), chosen, first, Gemm.Matrix.packed(targets, rows, columns));
  }

  private void gather(Buffer from, Buffer chosen, int first, Gemm.Matrix to) {
    each(to, "gather", to.columns(), chosen, first, from, to.buffer(), to.stride());
  }

  /** The outputs, each row's loss and whether it is right. */
  void forward(Weights weights, int rows) {
    for (int l = 0; l < network.layers(); l++) {
      Gemm.Matrix s = sums.get(l).view(rows, sums.get(l).columns());
      Gemm.Matrix a = inputs.get(l).view(rows, inputs.get(l).columns());
      Gemm.multiply(card, false, true, 1, a, weights.layer(l), 0, s);
      if (l + 1 < network.layers()) {
        Gemm.Matrix next = inputs.get(l + 1);
        each(s, "activate", rows, s.columns(), s.buffer(), next.buffer(), next.stride());
      }
    }
    int last = network.layers() - 1;
    run(
        "judge",
        new long[] {(long) GROUP * rows},
        new long[] {GROUP},
        network.outputs(),
        weight,
        sums.get(last).buffer(),
        targets,
        deltas.get(last).buffer(),
        losses,
        right);
  }

  /** {@code gradient} ← that of the mean loss, after {@link #forward}. */
  void backward(Weights weights, Weights gradient, int rows) {
    for (int l = network.layers() - 1; l >= 0; l--) {
      Gemm.Matrix delta = deltas.get(l).view(rows, deltas.get(l).columns());
      Gemm.Matrix a = inputs.get(l).view(rows, inputs.get(l).columns());
      Gemm.multiply(card, true, false, 1f / rows, delta, a, 0, gradient.layer(l));
      if (l > 0) {
        below(weights, l, delta, rows);
      }
    }
  }

  /** Every δ below that of the outputs. */
  void propagate(Weights weights, int rows) {
    for (int l = network.layers() - 1; l > 0; l--) {
      below(weights, l, delta(l, rows), rows);
    }
  }

  /** ā_l of the first {@code rows} examples. */
  Gemm.Matrix input(int l, int rows) {
    return inputs.get(l).view(rows, inputs.get(l).columns());
  }

  /** δ_l of the first {@code rows} examples. */
  Gemm.Matrix delta(int l, int rows) {
    return deltas.get(l).view(rows, deltas.get(l).columns());
  }

  /** The outputs of the first {@code rows} examples, new. */
  FloatMatrix outputs(int rows) {
    return read(sums.get(network.layers() - 1), rows);
  }

  private static FloatMatrix read(Gemm.Matrix from, int rows) {
    FloatMatrix into = matrix(rows, from.columns());
    from.buffer().read(into.data());
    return into;
  }

  /** A new matrix, packed. */
  static FloatMatrix matrix(int rows, int columns) {
    return new FloatMatrix(rows, columns, columns, new float[rows * columns]);
  }

  /** δ of the first {@code rows} outputs ← what {@code draw} makes of them. */
  void draw(CardKronecker.Draw draw, int pass, int rows) {
    FloatMatrix z = outputs(rows);
    FloatMatrix delta = matrix(rows, z.columns());
    draw.into(pass, z, delta);
    deltas.get(network.layers() - 1).buffer().write(delta.data());
  }

  /**
   * J v: how the first {@code rows} outputs move with the weights, new.
   *
   * @param moved of each layer, as its sums
   */
  FloatMatrix tangent(Weights weights, Weights v, List<Gemm.Matrix> moved, int rows) {
    for (int l = 0; l < network.layers(); l++) {
      Gemm.Matrix s = moved.get(l).view(rows, moved.get(l).columns());
      Gemm.multiply(card, false, true, 1, input(l, rows), v.layer(l), 0, s);
      if (l > 0) {
        Gemm.Matrix w = weights.layer(l);
        Gemm.Matrix a = moved.get(l - 1).view(rows, moved.get(l - 1).columns());
        Gemm.multiply(card, false, true, 1, a, w.view(w.rows(), w.columns() - 1), 1, s);
      }
      if (l + 1 < network.layers()) {
        derive(s, l, rows);
      }
    }
    return read(moved.get(network.layers() - 1), rows);
  }

  /** {@code d} ← d ⊙ f′(s_l). */
  private void derive(Gemm.Matrix d, int l, int rows) {
    Gemm.Matrix a = inputs.get(l + 1);
    each(d, "derive", rows, d.columns(), sums.get(l).buffer(), a.buffer(), a.stride(), d.buffer());
  }

  /** δ_{l−1} = W_lᵀδ_l ⊙ f′. */
  private void below(Weights weights, int l, Gemm.Matrix delta, int rows) {
    Gemm.Matrix w = weights.layer(l);
    Gemm.Matrix lower = deltas.get(l - 1).view(rows, deltas.get(l - 1).columns());
    Gemm.multiply(card, false, false, 1, delta, w.view(w.rows(), w.columns() - 1), 0, lower);
    derive(lower, l - 1, rows);
  }

  /** {@code out[at]} ← the sum of the last forward pass's losses. */
  void sumLosses(int rows, Buffer out, int at) {
    run("sum", new long[] {GROUP}, new long[] {GROUP}, rows, losses, out, at);
  }

  /** {@code out[at]} ← how many of the last forward pass's rows were right. */
  void sumRight(int rows, Buffer out, int at) {
    run("sum", new long[] {GROUP}, new long[] {GROUP}, rows, right, out, at);
  }

  /** {@code out[k]}, of as many as it has ← parts of a · b. */
  void dot(Weights a, Weights b, Buffer out) {
    int groups = (int) out.count();
    run(
        "dot_parts",
        new long[] {(long) GROUP * groups},
        new long[] {GROUP},
        a.count(),
        a.buffer(),
        b.buffer(),
        out);
  }

  /** One work item for each number of {@code shape}. */
  private void each(Gemm.Matrix shape, String kernel, Object... arguments) {
    long columns = (shape.columns() + NARROW - 1L) / NARROW * NARROW;
    run(kernel, new long[] {columns, shape.rows()}, new long[] {NARROW, 1}, arguments);
  }

  private void run(String kernel, long[] global, long[] local, Object... arguments) {
    card.code(source).run(kernel, global, local, arguments);
  }
}
