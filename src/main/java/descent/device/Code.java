package descent.device;

import static org.lwjgl.opencl.CL10.*;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/** A built OpenCL program with its kernels; used inside its card's turns. */
final class Code implements AutoCloseable {
  private static final String OPTIONS = "-cl-std=CL1.2 -cl-fp32-correctly-rounded-divide-sqrt";
  private final Card card;
  private final long program;
  private final Map<String, Long> kernels = new HashMap<>();

  private Code(Card card, long program) {
    this.card = card;
    this.program = program;
  }

  /** The text of a kernel file beside this class. */
  static String resource(String name) {
    try (InputStream in = Code.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no kernel file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /**
   * Builds {@code source}.
   *
   * @throws DeviceException with the compiler's first complaint, if it refuses
   */
  static Code build(Card card, String source) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      var error = stack.mallocInt(1);
      long program = clCreateProgramWithSource(card.context(), source, error);
      card.succeed(error.get(0), "Reading a program");
      if (clBuildProgram(program, card.id(), OPTIONS, null, 0) != CL_SUCCESS) {
        String complaint = complaint(program, card.id());
        clReleaseProgram(program);
        throw new DeviceException(
            "The compiler of %s refuses the program: %s.".formatted(card.device().id(), complaint));
      }
      return new Code(card, program);
    }
  }

  private static String complaint(long program, long device) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      PointerBuffer size = stack.mallocPointer(1);
      clGetProgramBuildInfo(program, device, CL_PROGRAM_BUILD_LOG, (ByteBuffer) null, size);
      ByteBuffer log = MemoryUtil.memAlloc((int) size.get(0));
      try {
        clGetProgramBuildInfo(program, device, CL_PROGRAM_BUILD_LOG, log, null);
        String text = MemoryUtil.memUTF8(log);
        return text.lines()
            .filter(line -> line.contains("error"))
            .findFirst()
            .orElse("no reason is given")
            .replace("\0", "")
            .replaceAll("\\S*/", "")
            .strip();
      } finally {
        MemoryUtil.memFree(log);
      }
    }
  }

  /** Starts a kernel; the work goes on when this returns. */
  void run(String kernel, long[] global, long[] local, Object... arguments) {
    long handle = kernels.computeIfAbsent(kernel, this::kernel);
    try (MemoryStack stack = MemoryStack.stackPush()) {
      for (int i = 0; i < arguments.length; i++) {
        card.succeed(set(handle, i, arguments[i]), "Giving argument " + i + " to " + kernel);
      }
      PointerBuffer size = stack.pointers(global);
      PointerBuffer group = local.length == 0 ? null : stack.pointers(local);
      card.succeed(
          clEnqueueNDRangeKernel(
              card.queue(), handle, global.length, null, size, group, null, null),
          "Starting " + kernel);
    }
  }

  private static int set(long kernel, int index, Object argument) {
    if (argument instanceof Buffer buffer) {
      return clSetKernelArg1p(kernel, index, buffer.memory());
    }
    if (argument instanceof Integer number) {
      return clSetKernelArg1i(kernel, index, number);
    }
    return clSetKernelArg1f(kernel, index, (Float) argument);
  }

  private long kernel(String name) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      var error = stack.mallocInt(1);
      long kernel = clCreateKernel(program, name, error);
      card.succeed(error.get(0), "Finding kernel " + name);
      return kernel;
    }
  }

  @Override
  public void close() {
    kernels.values().forEach(kernel -> clReleaseKernel(kernel));
    kernels.clear();
    clReleaseProgram(program);
  }
}
