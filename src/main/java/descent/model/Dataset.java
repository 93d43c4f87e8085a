package descent.model;

import descent.linalg.Rows;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Examples to learn from; immutable.
 *
 * @param name for people
 * @param inputs N × inputs; never written
 * @param targets N × targets: a class index, a number, or probabilities; never written
 * @param classes how many classes there are, 0 without
 * @param credit where the data come from
 */
public record Dataset(String name, Rows inputs, Rows targets, int classes, String credit) {
  public Dataset {
    if (inputs.rows() != targets.rows() || inputs.rows() == 0) {
      throw new IllegalArgumentException(
          "data set %s has %d inputs and %d targets"
              .formatted(name, inputs.rows(), targets.rows()));
    }
  }

  /** The number of examples N. */
  public int size() {
    return inputs.rows();
  }

  /** The chosen examples in this order. */
  public Dataset rows(int... rows) {
    return part(from -> from.pick(rows));
  }

  /** The first {@code count} examples. */
  public Dataset first(int count) {
    if (count < 1 || count > size()) {
      throw new IllegalArgumentException(
          "data set %s has %d examples, not %d".formatted(name, size(), count));
    }
    return part(from -> from.first(count));
  }

  /** Inputs that are their own targets stay so, and are held once. */
  private Dataset part(UnaryOperator<Rows> of) {
    Rows some = of.apply(inputs);
    return new Dataset(name, some, targets == inputs ? some : of.apply(targets), classes, credit);
  }

  /** The same inputs as their own targets, for an autoencoder. */
  public Dataset reconstruction() {
    return new Dataset(name, inputs, inputs, 0, credit);
  }

  /** Two parts of a data set that share no example. */
  public record Split(Dataset train, Dataset test) {}

  /**
   * A random split.
   *
   * @param fraction of the examples in the test part, which gets at least one and not all
   */
  public Split split(double fraction, long seed) {
    int test = test(fraction);
    int[] order = Draws.permutation(size(), new SplittableRandom(seed));
    int[] first = java.util.Arrays.copyOfRange(order, 0, test);
    int[] rest = java.util.Arrays.copyOfRange(order, test, size());
    return new Split(rows(rest), rows(first));
  }

  /**
   * The last examples apart from the others, which are not copied: for a set in random order.
   *
   * @param fraction of the examples in the test part, which gets at least one and not all
   * @param most of them that are copied, the first ones
   */
  public Split cut(double fraction, int most) {
    int rest = size() - test(fraction);
    int end = Math.min(size(), rest + most);
    return new Split(first(rest), rows(IntStream.range(rest, end).toArray()));
  }

  private int test(double fraction) {
    int test = (int) Math.round(fraction * size());
    if (test < 1 || test >= size()) {
      throw new IllegalArgumentException(
          "a test fraction of %s leaves %d of %d examples to learn from"
              .formatted(fraction, size() - test, size()));
    }
    return test;
  }
}
