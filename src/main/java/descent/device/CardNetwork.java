package descent.device;

import descent.expr.Program;
import descent.linalg.BlockVector;
import descent.model.Dataset;
import descent.model.Network;
import descent.model.Scores;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A network that is trained on a card: weights, what its optimizer remembers and its data stay
 * there, in single precision. Used by one thread, closed by whoever made it.
 */
public final class CardNetwork implements AutoCloseable {
  /** The most steps of one call: others may be waiting for their turn. */
  public static final int MOST_STEPS = Update.MOST_STEPS;

  /** The most examples that are measured at once. */
  public static final int SCORED_AT_ONCE = 2048;

  private static final int PARTS = 256;

  private final Card card;
  private final Network network;
  private final int batch;
  private final Holding holding;
  private final Map<String, Buffer> arrays = new HashMap<>();
  private final Map<Dataset, Examples> examples = new HashMap<>();
  private Optional<Update> update = Optional.empty();
  private Optional<Layers> scored = Optional.empty();
  private Weights weights;
  private Weights gradient;
  private Layers layers;
  private Buffer losses;
  private Buffer chosen;
  private Buffer parts;

  /**
   * A network with {@code weights} that learns from batches of {@code data}.
   *
   * @throws DeviceException if the card has no room, or no such network
   */
  public CardNetwork(Card card, Network network, BlockVector weights, Dataset data, int batch) {
    if (network.residual() || network.normalized()) {
      throw new DeviceException("Devices train plain networks only.");
    }
    this.card = card;
    this.network = network;
    this.batch = batch;
    holding = new Holding(card);
    try {
      card.turn(() -> allocate(weights, data));
    } catch (DeviceException refused) {
      holding.close();
      throw refused;
    }
  }

  private void allocate(BlockVector initial, Dataset data) {
    weights = Weights.of(network, holding);
    gradient = Weights.of(network, holding);
    weights.write(initial);
    arrays.put("x", weights.buffer());
    arrays.put("g", gradient.buffer());
    layers = new Layers(network, batch, holding);
    losses = holding.floats(MOST_STEPS);
    chosen = holding.integers(new int[MOST_STEPS * batch]);
    parts = holding.floats(PARTS);
    examples.put(data, Examples.of(data, holding));
  }

  /**
   * Takes one step for each row of {@code scalars}, all in one turn.
   *
   * @param data to learn from
   * @param rows of {@code data}, one batch a step
   * @param rule of the weights {@code x}, the gradient {@code g} and slots
   * @param slots what a slot starts from that was not there before
   * @param scalars of the rule at each step, at most {@link #MOST_STEPS}
   * @return the batch's mean loss before each step
   */
  public double[] train(
      Dataset data, int[] rows, Program rule, Map<String, Double> slots, double[][] scalars) {
    return card.turn(
        () -> {
          prepare(rule, slots);
          Update moved = update.orElseThrow();
          moved.schedule(scalars);
          chosen.write(rows);
          for (int step = 0; step < scalars.length; step++) {
            pass(data, step);
            moved.run(weights.count(), step, arrays);
          }
          return losses(scalars.length);
        });
  }

  /** The batch's mean loss; the gradient stays on the card. */
  public double pass(Dataset data, int[] rows) {
    return card.turn(
        () -> {
          chosen.write(rows);
          pass(data, 0);
          return losses(1)[0];
        });
  }

  private void pass(Dataset data, int step) {
    layers.load(examples(data), chosen, step * batch, batch);
    layers.forward(weights, batch);
    layers.sumLosses(batch, losses, step);
    layers.backward(weights, gradient, batch);
  }

  private double[] losses(int steps) {
    float[] sums = new float[steps];
    losses.read(sums);
    double[] means = new double[steps];
    for (int step = 0; step < steps; step++) {
      means[step] = sums[step] / (double) batch;
    }
    return means;
  }

  private void prepare(Program rule, Map<String, Double> slots) {
    if (update.isEmpty() || !update.get().program().equals(rule)) {
      update = Optional.of(new Update(rule, holding));
    }
    for (String name : rule.arrays()) {
      if (!arrays.containsKey(name)) {
        Buffer slot = holding.floats(weights.count());
        slot.fill(slots.getOrDefault(name, 0.0));
        arrays.put(name, slot);
      }
    }
  }

  private Examples examples(Dataset data) {
    return examples.computeIfAbsent(data, d -> Examples.of(d, holding));
  }

  /** The mean loss of the last batch with the weights as they are now. */
  public double lossAgain() {
    return card.turn(
        () -> {
          layers.forward(weights, batch);
          layers.sumLosses(batch, losses, 0);
          return losses(1)[0];
        });
  }

  /** The norm of the last batch's gradient. */
  public double gradientNorm() {
    return Math.sqrt(card.turn(() -> dot(gradient, gradient)));
  }

  /** a · b; call it in a turn. */
  double dot(Weights a, Weights b) {
    float[] products = new float[PARTS];
    layers.dot(a, b, parts);
    parts.read(products);
    double sum = 0;
    for (float product : products) {
      sum += product;
    }
    return sum;
  }

  Card card() {
    return card;
  }

  Network network() {
    return network;
  }

  int batch() {
    return batch;
  }

  Holding holding() {
    return holding;
  }

  Weights weightsOnCard() {
    return weights;
  }

  Weights gradientOnCard() {
    return gradient;
  }

  Layers layersOnCard() {
    return layers;
  }

  /** The score on a data set, which is kept on the card. */
  public Scores.Score score(Dataset data) {
    int rows = Math.min(SCORED_AT_ONCE, data.size());
    int chunks = (data.size() + rows - 1) / rows;
    float[] sums = new float[2 * chunks];
    card.turn(
        () -> {
          Examples all = examples(data);
          Layers pass = scored(rows);
          try (Holding own = new Holding(card)) {
            Buffer out = own.floats(sums.length);
            for (int chunk = 0; chunk < chunks; chunk++) {
              int first = chunk * rows;
              int count = Math.min(rows, data.size() - first);
              pass.load(all, all.order(), first, count);
              pass.forward(weights, count);
              pass.sumLosses(count, out, 2 * chunk);
              pass.sumRight(count, out, 2 * chunk + 1);
            }
            out.read(sums);
          }
        });
    double loss = 0;
    double right = 0;
    for (int chunk = 0; chunk < chunks; chunk++) {
      loss += sums[2 * chunk];
      right += sums[2 * chunk + 1];
    }
    return new Scores.Score(loss / data.size(), right / data.size());
  }

  private Layers scored(int rows) {
    if (scored.isEmpty() || scored.get().size() < rows) {
      scored = Optional.of(new Layers(network, rows, holding));
    }
    return scored.get();
  }

  /** The weights as new matrices. */
  public BlockVector weights() {
    return card.turn(weights::read);
  }

  /** The last batch's gradient as new matrices. */
  public BlockVector gradient() {
    return card.turn(gradient::read);
  }

  @Override
  public void close() {
    holding.close();
  }
}
