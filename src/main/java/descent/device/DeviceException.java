package descent.device;

/** A device that cannot do what it was asked: its message says why, for people. */
public final class DeviceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DeviceException(String message) {
    super(message);
  }

  /** One sentence. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
