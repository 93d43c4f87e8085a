package descent.run.sweep;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Whether anybody still waits for a sweep, asked seldom enough; used by one thread. */
final class Patience {
  private static final long ASK_EVERY = TimeUnit.MILLISECONDS.toNanos(20);

  private final BooleanSupplier watched;
  private long asked = System.nanoTime();
  private boolean over;

  Patience(BooleanSupplier watched) {
    this.watched = watched;
  }

  /** Once true it stays so. */
  boolean isOver() {
    long now = System.nanoTime();
    if (!over && now - asked > ASK_EVERY) {
      asked = now;
      over = !watched.getAsBoolean();
    }
    return over;
  }
}
