package descent.linalg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;

/** A matrix outside the heap, packed by rows, whose memory is used for the next one. */
final class NativeFloats {
  /** 16 MB. */
  private static final int WORTH_KEEPING = 4 << 20;

  private FloatBuffer numbers = FloatBuffer.allocate(0);
  private FloatPointer memory = new FloatPointer();

  /** Memory for {@code a}, with whatever it held before. */
  FloatPointer like(FloatMatrix a) {
    int wanted = a.rows() * a.columns();
    if (numbers.capacity() < wanted) {
      numbers =
          ByteBuffer.allocateDirect(Math.multiplyExact(Float.BYTES, wanted))
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer();
      memory = new FloatPointer(numbers);
    }
    return memory;
  }

  /** Whether the next matrix should find this memory. */
  boolean isWorthKeeping() {
    return numbers.capacity() <= WORTH_KEEPING;
  }

  /** A copy of {@code a}. */
  FloatPointer of(FloatMatrix a) {
    like(a);
    int width = span(a);
    for (int i = 0; i < spans(a); i++) {
      numbers.put(i * width, a.data(), i * a.stride(), width);
    }
    return memory;
  }

  /** {@code a} ← what its copy is now. */
  void copyTo(FloatMatrix a) {
    int width = span(a);
    for (int i = 0; i < spans(a); i++) {
      numbers.get(i * width, a.data(), i * a.stride(), width);
    }
  }

  private static boolean isPacked(FloatMatrix a) {
    return a.columns() == a.stride();
  }

  private static int spans(FloatMatrix a) {
    return isPacked(a) ? 1 : a.rows();
  }

  private static int span(FloatMatrix a) {
    return isPacked(a) ? a.rows() * a.columns() : a.columns();
  }
}
