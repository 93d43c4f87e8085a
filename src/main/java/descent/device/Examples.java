package descent.device;

import descent.linalg.FloatMatrix;
import descent.linalg.Rows;
import descent.model.Dataset;
import java.util.stream.IntStream;

/**
 * A data set in a card's memory.
 *
 * @param inputs size × width, packed
 * @param targets size × columns, packed; {@code inputs} itself where they are the same
 * @param order 0, 1, 2 …
 */
record Examples(Dataset data, Buffer inputs, Buffer targets, Buffer order) {
  static Examples of(Dataset data, Holding holding) {
    Buffer inputs = moved(data.inputs(), holding);
    Buffer targets = data.inputs() == data.targets() ? inputs : moved(data.targets(), holding);
    Buffer order = holding.integers(IntStream.range(0, data.size()).toArray());
    return new Examples(data, inputs, targets, order);
  }

  private static Buffer moved(Rows from, Holding holding) {
    Buffer buffer = holding.floats((long) from.rows() * from.columns());
    buffer.write(packed(from));
    return buffer;
  }

  /** The numbers of {@code from}, rows first and packed. */
  static float[] packed(Rows from) {
    float[] numbers = new float[from.rows() * from.columns()];
    new FloatMatrix(from.rows(), from.columns(), from.columns(), numbers).copy(from);
    return numbers;
  }
}
