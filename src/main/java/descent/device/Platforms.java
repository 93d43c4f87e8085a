package descent.device;

import static org.lwjgl.opencl.CL10.*;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lwjgl.PointerBuffer;
import org.lwjgl.opencl.CL;
import org.lwjgl.system.Configuration;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.Platform;

/**
 * What OpenCL this machine has.
 *
 * @param check one sentence without a full stop: how many devices, or why none
 */
record Platforms(List<Card> cards, String check) {
  Platforms {
    cards = List.copyOf(cards);
  }

  /** Loads OpenCL and asks it for its devices, processors last; never fails. */
  static Platforms find() {
    try {
      load();
      List<Info> found = new ArrayList<>();
      Signals.keptDuring(() -> found.addAll(infos()));
      found.sort(Comparator.comparing(Info::isProcessor));
      List<Card> cards = new ArrayList<>();
      found.forEach(info -> cards.add(Card.of(info, cards.size())));
      Signals.keptDuring(() -> cards.forEach(Card::wake));
      String count = cards.size() == 1 ? "1 OpenCL device" : cards.size() + " OpenCL devices";
      return new Platforms(cards, cards.isEmpty() ? "OpenCL knows no device" : count);
    } catch (DeviceException none) {
      return new Platforms(List.of(), none.reason().replaceAll("\\.$", ""));
    } catch (LinkageError | RuntimeException broken) {
      return new Platforms(List.of(), "OpenCL did not load (%s)".formatted(reason(broken)));
    }
  }

  /** Loads the library once in the life of the program; a failure is told by an exception alone. */
  private static void load() {
    Configuration.DEBUG_STREAM.set(new PrintStream(OutputStream.nullOutputStream()));
    Configuration.OPENCL_EXPLICIT_INIT.set(true);
    if (Platform.get() == Platform.LINUX) {
      Configuration.OPENCL_LIBRARY_NAME.set("libOpenCL.so.1");
    }
    synchronized (CL.class) {
      try {
        CL.getFunctionProvider();
      } catch (IllegalStateException notYet) {
        CL.create();
      }
    }
  }

  private static List<Info> infos() {
    List<Info> infos = new ArrayList<>();
    for (long platform : platforms()) {
      devices(platform).forEach(device -> infos.add(new Info(platform, device)));
    }
    return infos;
  }

  private static List<Long> platforms() {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      IntBuffer count = stack.mallocInt(1);
      Failure.check(clGetPlatformIDs(null, count), "Looking for OpenCL");
      PointerBuffer ids = stack.mallocPointer(count.get(0));
      Failure.check(clGetPlatformIDs(ids, (IntBuffer) null), "Looking for OpenCL");
      return list(ids);
    }
  }

  /** None where the platform's own driver is broken: the other platforms may still work. */
  private static List<Long> devices(long platform) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      IntBuffer count = stack.mallocInt(1);
      if (clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, null, count) != CL_SUCCESS) {
        return List.of();
      }
      PointerBuffer ids = stack.mallocPointer(count.get(0));
      int error = clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, ids, (IntBuffer) null);
      return error == CL_SUCCESS ? list(ids) : List.of();
    }
  }

  private static List<Long> list(PointerBuffer ids) {
    List<Long> list = new ArrayList<>();
    for (int i = 0; i < ids.capacity(); i++) {
      list.add(ids.get(i));
    }
    return list;
  }

  private static String reason(Throwable broken) {
    Throwable root = broken;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null
        ? root.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
