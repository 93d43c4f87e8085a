package descent.device;

import static org.lwjgl.opencl.CL10.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lwjgl.opencl.CL12;
import org.lwjgl.system.MemoryStack;

/** Numbers in the memory of a card, counted there until they are closed; used inside its turns. */
public final class Buffer implements AutoCloseable {
  private final Card card;
  private final long memory;
  private final int width;
  private final long bytes;
  private final AtomicBoolean open = new AtomicBoolean(true);

  Buffer(Card card, long memory, int width, long bytes) {
    this.card = card;
    this.memory = memory;
    this.width = width;
    this.bytes = bytes;
  }

  long memory() {
    return memory;
  }

  /** How many numbers it has. */
  public long count() {
    return bytes / width;
  }

  /** Every number ← value. */
  public void fill(double value) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      var pattern = stack.malloc(width);
      if (width == Float.BYTES) {
        pattern.putFloat(0, (float) value);
      } else {
        pattern.putDouble(0, value);
      }
      card.succeed(
          CL12.clEnqueueFillBuffer(card.queue(), memory, pattern, 0, bytes, null, null), "Filling");
    }
  }

  /** The first numbers ← those of {@code from}. */
  public void write(float[] from) {
    check(from.length, Float.BYTES);
    card.succeed(clEnqueueWriteBuffer(card.queue(), memory, true, 0, from, null, null), "Writing");
  }

  /** The first numbers ← those of {@code from}. */
  public void write(double[] from) {
    check(from.length, Double.BYTES);
    card.succeed(clEnqueueWriteBuffer(card.queue(), memory, true, 0, from, null, null), "Writing");
  }

  /** The first numbers ← those of {@code from}. */
  public void write(int[] from) {
    check(from.length, Integer.BYTES);
    card.succeed(clEnqueueWriteBuffer(card.queue(), memory, true, 0, from, null, null), "Writing");
  }

  /** {@code into} ← the first numbers. */
  public void read(float[] into) {
    check(into.length, Float.BYTES);
    for (int from = 0; from < into.length; from += Card.WINDOW / Float.BYTES) {
      int count = Math.min(into.length - from, Card.WINDOW / Float.BYTES);
      window((long) from * Float.BYTES, count * Float.BYTES).asFloatBuffer().get(into, from, count);
    }
  }

  /** {@code into} ← the first numbers. */
  public void read(double[] into) {
    check(into.length, Double.BYTES);
    for (int from = 0; from < into.length; from += Card.WINDOW / Double.BYTES) {
      int count = Math.min(into.length - from, Card.WINDOW / Double.BYTES);
      window((long) from * Double.BYTES, count * Double.BYTES)
          .asDoubleBuffer()
          .get(into, from, count);
    }
  }

  private ByteBuffer window(long from, int size) {
    ByteBuffer window = card.window().clear().limit(size);
    card.succeed(
        clEnqueueReadBuffer(card.queue(), memory, true, from, window, null, null), "Reading");
    return window.order(ByteOrder.nativeOrder());
  }

  private void check(int length, int size) {
    if (size != width || (long) length * size > bytes) {
      throw new IllegalArgumentException(
          "%d numbers of %d bytes; the buffer has %d of %d"
              .formatted(length, size, count(), width));
    }
  }

  @Override
  public void close() {
    if (open.getAndSet(false)) {
      clReleaseMemObject(memory);
      card.released(bytes);
    }
  }
}
