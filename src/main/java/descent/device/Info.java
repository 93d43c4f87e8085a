package descent.device;

import static org.lwjgl.opencl.CL10.*;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;

/** What an OpenCL device says of itself. */
record Info(long platform, long id) {
  private static final int LONGEST = 16_384;

  String text(int name) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      ByteBuffer bytes = stack.malloc(LONGEST);
      PointerBuffer length = stack.mallocPointer(1);
      Failure.check(clGetDeviceInfo(id, name, bytes, length), "Describing the device");
      byte[] text = new byte[(int) Math.max(0, length.get(0) - 1)];
      bytes.get(text);
      return new String(text, StandardCharsets.UTF_8);
    }
  }

  /** A number of 4 or 8 bytes. */
  long number(int name) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      ByteBuffer bytes = stack.calloc(Long.BYTES);
      Failure.check(clGetDeviceInfo(id, name, bytes, null), "Describing the device");
      return bytes.getLong(0);
    }
  }

  boolean isProcessor() {
    return (number(CL_DEVICE_TYPE) & CL_DEVICE_TYPE_CPU) != 0;
  }

  boolean hasDouble() {
    return text(CL_DEVICE_EXTENSIONS).contains("cl_khr_fp64");
  }
}
