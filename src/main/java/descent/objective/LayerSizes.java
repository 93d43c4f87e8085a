package descent.objective;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How many numbers the parts of a layered model have.
 *
 * @param widths of the inputs, each hidden layer and the outputs
 * @param batch examples a step
 * @param activations numbers of one pass over a batch
 */
public record LayerSizes(List<Integer> widths, int batch, long activations) {
  public LayerSizes {
    widths = List.copyOf(widths);
  }

  /** Weights and biases. */
  public long weights() {
    return layers().mapToLong(l -> outputs(l) * inputs(l)).sum();
  }

  /** All Kronecker factors A_l and G_l together. */
  public long factors() {
    return layers().mapToLong(l -> inputs(l) * inputs(l) + outputs(l) * outputs(l)).sum();
  }

  /** The largest of them. */
  public long largestFactor() {
    return layers().mapToLong(l -> Math.max(inputs(l), outputs(l))).map(n -> n * n).max().orElse(0);
  }

  private IntStream layers() {
    return IntStream.range(0, widths.size() - 1);
  }

  /** Of layer l, the bias among them. */
  private long inputs(int l) {
    return widths.get(l) + 1L;
  }

  private long outputs(int l) {
    return widths.get(l + 1);
  }
}
