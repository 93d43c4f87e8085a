package descent.run.sweep;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** What an array holds before the first step. */
interface Start {
  /** The number of one cell. */
  double at(int cell);

  /**
   * Fills an array of zeros.
   *
   * @param array {@code float[]} or {@code double[]}
   * @param from the cell of its first number
   * @param count how many numbers are filled
   */
  default void fill(Object array, int from, int count) {
    if (array instanceof float[] floats) {
      for (int i = 0; i < count; i++) {
        floats[i] = (float) at(from + i);
      }
    } else {
      double[] doubles = (double[]) array;
      for (int i = 0; i < count; i++) {
        doubles[i] = at(from + i);
      }
    }
  }

  /** Another number for each cell. */
  static Start each(IntToDoubleFunction value) {
    return value::applyAsDouble;
  }

  /** The numbers of {@code values} again and again, each for {@code repeat} cells. */
  static Start along(double[] values, int repeat) {
    return new Along(values, repeat);
  }

  /** The numbers of {@code values} again and again, each for {@code repeat} cells. */
  record Along(double[] values, int repeat) implements Start {
    @Override
    public double at(int cell) {
      return values[cell / repeat % values.length];
    }

    @Override
    public void fill(Object array, int from, int count) {
      int column = from / repeat % values.length;
      int next = repeat - from % repeat;
      for (int begin = 0; begin < count; begin = next, next += repeat) {
        Start.fill(array, begin, Math.min(count, next), values[column]);
        column = column + 1 == values.length ? 0 : column + 1;
      }
    }
  }

  /** Puts {@code value} at each index in {@code [begin, end)}. */
  private static void fill(Object array, int begin, int end, double value) {
    if (array instanceof float[] floats) {
      Arrays.fill(floats, begin, end, (float) value);
    } else {
      Arrays.fill((double[]) array, begin, end, value);
    }
  }

  /** The same number for all cells. */
  static Start same(double value) {
    return new Same(value);
  }

  /** The same number for all cells. */
  record Same(double value) implements Start {
    @Override
    public double at(int cell) {
      return value;
    }

    @Override
    public void fill(Object array, int from, int count) {
      if (value != 0) {
        Start.fill(array, 0, count, value);
      }
    }
  }
}
