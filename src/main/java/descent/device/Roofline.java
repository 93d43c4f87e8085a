package descent.device;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * How fast a device multiplies matrices beside the rates that bound it, all measured.
 *
 * @param rates where arithmetic is the fastest that was seen
 * @param naive products of square matrices, each number for itself
 * @param tiled the same products, tile by tile
 * @param layers products of a batch with the weights of a layer
 */
public record Roofline(Rates rates, List<Timed> naive, List<Timed> tiled, List<Timed> layers) {
  /** Inputs of the layer. */
  public static final int INPUTS = 784;

  /** Outputs of the layer. */
  public static final int OUTPUTS = 1000;

  /** Layers that are used one after the other: together larger than most caches. */
  static final int LAYERS = 32;

  private static final int LARGEST_SIDE = 1024;
  private static final int LARGEST_BATCH = 2048;
  private static final double LONG = 0.03;

  /** Sizes that make a curve, however long they take. */
  private static final int FEWEST = 3;

  /**
   * A product and its time.
   *
   * @param size rows of the square, or examples of the batch
   */
  public record Timed(int size, double seconds) {}

  public Roofline {
    naive = List.copyOf(naive);
    tiled = List.copyOf(tiled);
    layers = List.copyOf(layers);
  }

  /** Measures for some seconds; what takes long is the last of its kind. */
  static Roofline of(Rates rates, Trials trials) {
    List<Timed> naive = timed(32, LARGEST_SIDE, 2, n -> trials.square(n, false));
    List<Timed> tiled = timed(32, LARGEST_SIDE, 2, n -> trials.square(n, true));
    List<Timed> layers = timed(1, LARGEST_BATCH, 4, trials::layer);
    double squares = tiled.stream().mapToDouble(Roofline::squareSpeed).max().orElse(0);
    double batches =
        layers.stream().mapToDouble(l -> operations(l.size()) / l.seconds()).max().orElse(0);
    double most = Math.max(rates.operations(), Math.max(squares, batches));
    Rates seen = new Rates(rates.bandwidth(), most, rates.launch());
    return new Roofline(seen, naive, tiled, layers);
  }

  private static List<Timed> timed(int first, int last, int factor, IntToDoubleFunction seconds) {
    List<Timed> all = new ArrayList<>();
    double longest = 0;
    for (int size = first;
        size <= last && (longest < LONG || all.size() < FEWEST);
        size *= factor) {
      longest = seconds.applyAsDouble(size);
      all.add(new Timed(size, longest));
    }
    return all;
  }

  /** Operations a second of a product of square matrices. */
  public static double squareSpeed(Timed square) {
    return 2 * Math.pow(square.size(), 3) / square.seconds();
  }

  /** Operations of the layer for {@code batch} examples. */
  public static double operations(double batch) {
    return 2 * batch * INPUTS * OUTPUTS;
  }

  /** Bytes that it fetches and stores at least, in single precision. */
  public static double bytes(double batch) {
    return 4 * (batch * INPUTS + (double) INPUTS * OUTPUTS + batch * OUTPUTS);
  }

  /**
   * Operations a second that memory and arithmetic allow at {@code intensity} operations a byte.
   */
  public double roof(double intensity) {
    return Math.min(rates.operations(), intensity * rates.bandwidth());
  }
}
