package descent.device;

/**
 * A place where runs can be computed.
 *
 * @param id on the wire: {@code cpu}, {@code reference}, {@code opencl:0} …
 * @param name for people
 * @param memory bytes; 0 where it is this program's own
 * @param units processors that work side by side
 * @param hasDouble whether it computes in double precision
 * @param check one sentence: what it is used for
 */
public record Device(
    String id, String name, long memory, int units, boolean hasDouble, String check) {
  /** This processor by the fast loops. */
  public static final String CPU = "cpu";

  /** This processor by the plain double code that defines the answer. */
  public static final String REFERENCE = "reference";

  /** How an OpenCL device is written, {@code opencl:0} the first. */
  public static String openCl(int index) {
    return "opencl:" + index;
  }

  /** Whether {@code id} stands for an OpenCL device. */
  public static boolean isCard(String id) {
    return id.startsWith("opencl:");
  }

  /** Whether {@code id} may stand for a device, here or on another machine. */
  public static boolean isId(String id) {
    return id.equals(CPU) || id.equals(REFERENCE) || id.matches("opencl:[0-9]{1,2}");
  }
}
