package descent.linalg;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;

/** A matrix outside the heap, packed by rows, whose memory is kept for the next one. */
final class NativeFloats {
  private FloatPointer memory = new FloatPointer(1);
  private FloatBuffer numbers = memory.asBuffer();

  /** Memory for {@code a}, with whatever it held before. */
  FloatPointer like(FloatMatrix a) {
    long wanted = (long) a.rows() * a.columns();
    if (memory.capacity() < wanted) {
      memory.deallocate();
      memory = new FloatPointer(wanted);
      numbers = memory.asBuffer();
    }
    return memory;
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
