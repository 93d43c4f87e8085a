package descent.device;

import java.util.List;

/** The cards of this machine, opened once for all tests. */
public final class Cards {
  public static final Devices DEVICES = new Devices();

  private Cards() {}

  static List<Card> all() {
    return DEVICES.cards();
  }
}
