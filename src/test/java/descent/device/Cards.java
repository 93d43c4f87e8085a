package descent.device;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descent.expr.Precision;
import java.util.List;
import org.lwjgl.opencl.CL10;

/** The cards of this machine, opened once for all tests. */
public final class Cards {
  public static final Devices DEVICES = new Devices();

  private Cards() {}

  /** A call that the driver refuses, as it does when the device is gone: the card is lost. */
  public static void breakDown(Card card) {
    String source = "kernel void broken(global int *a) { a[0] = 1; }";
    assertThatThrownBy(
            () -> card.turn(() -> card.code(source).run("broken", new long[] {1}, new long[0])))
        .isInstanceOf(DeviceException.class);
  }

  /** How many objects but programs refer to the card's context, as its driver counts. */
  public static int references(Card card) {
    return card.turn(
        () -> {
          int[] count = new int[1];
          int context = CL10.CL_CONTEXT_REFERENCE_COUNT;
          Failure.check(CL10.clGetContextInfo(card.context(), context, count, null), "Counting");
          return count[0] - card.programs();
        });
  }

  /** Whether so few remain soon: a driver may let go of what is done a little later. */
  public static boolean comesDownTo(int references, Card card) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (references(card) > references && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return references(card) <= references;
  }

  /** Whether a buffer more is one reference more. */
  public static boolean countsBuffers(Card card) {
    int before = references(card);
    try (Buffer one = card.turn(() -> card.allocate(Precision.SINGLE, 1))) {
      return references(card) == before + (one.count() > 0 ? 1 : 0);
    }
  }

  static List<Card> all() {
    return DEVICES.cards();
  }
}
