package descent.device;

import java.util.Map;

/** Reads the error codes of OpenCL. */
final class Failure {
  private static final Map<Integer, String> WORDS =
      Map.ofEntries(
          Map.entry(-2, "the device is not available"),
          Map.entry(-4, "the device has no memory left"),
          Map.entry(-5, "the device ran out of resources"),
          Map.entry(-6, "the host has no memory left"),
          Map.entry(-11, "the device's compiler refused the program"),
          Map.entry(-36, "the queue is gone"),
          Map.entry(-38, "the memory is gone"),
          Map.entry(-52, "a kernel has too few arguments"),
          Map.entry(-54, "the work group is too large"),
          Map.entry(-61, "the buffer is too large"),
          Map.entry(-9999, "the driver stopped the work, as after a timeout"),
          Map.entry(-1001, "there is no OpenCL platform"));

  private Failure() {}

  /** Returns if {@code code} is success. */
  static void check(int code, String doing) {
    if (code != 0) {
      String word = WORDS.getOrDefault(code, "OpenCL error " + code);
      throw new DeviceException("%s: %s.".formatted(doing, word));
    }
  }
}
