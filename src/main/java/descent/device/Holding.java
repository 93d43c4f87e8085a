package descent.device;

import descent.expr.Precision;
import java.util.ArrayList;
import java.util.List;

/** Buffers of a card that are closed together. */
final class Holding implements AutoCloseable {
  private final Card card;
  private final List<Buffer> buffers = new ArrayList<>();

  Holding(Card card) {
    this.card = card;
  }

  Card card() {
    return card;
  }

  Buffer floats(long count) {
    return kept(card.allocate(Precision.SINGLE, count));
  }

  Buffer integers(int[] values) {
    Buffer buffer = kept(card.integers(values.length));
    buffer.write(values);
    return buffer;
  }

  private Buffer kept(Buffer buffer) {
    buffers.add(buffer);
    return buffer;
  }

  @Override
  public void close() {
    buffers.forEach(Buffer::close);
    buffers.clear();
  }
}
