package descent.device;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.lwjgl.system.APIUtil;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.system.Platform;

/**
 * Gives the virtual machine its signal handlers back.
 *
 * <p>The compiler in an OpenCL for processors takes SIGSEGV, which the virtual machine stops its
 * threads with, and SIGTERM, which ends a server well. It does so once in the life of a program.
 */
final class Signals {
  /** HUP, INT, QUIT, ILL, TRAP, BUS, FPE, SEGV, USR2, PIPE, TERM, XFSZ. */
  private static final int[] NUMBERS = {1, 2, 3, 4, 5, 7, 8, 11, 12, 13, 15, 25};

  /** No less than the struct sigaction of any Linux. */
  private static final int SIZE = 256;

  private static final long PAUSE = 20_000;

  private final long sigaction;
  private final long saved;

  private Signals(long sigaction, long saved) {
    this.sigaction = sigaction;
    this.saved = saved;
  }

  /** Does {@code work} with the present handlers restored all the while, and at its end. */
  static void keptDuring(Runnable work) {
    if (Platform.get() != Platform.LINUX) {
      work.run();
      return;
    }
    Signals present = save();
    AtomicBoolean done = new AtomicBoolean();
    Thread keeper =
        new Thread(
            () -> {
              while (!done.get()) {
                present.restore();
                LockSupport.parkNanos(PAUSE);
              }
            },
            "signals");
    keeper.setDaemon(true);
    keeper.start();
    try {
      work.run();
    } finally {
      done.set(true);
      join(keeper);
      present.restore();
      MemoryUtil.nmemFree(present.saved);
    }
  }

  private static Signals save() {
    long sigaction = APIUtil.apiCreateLibrary("libc.so.6").getFunctionAddress("sigaction");
    long saved = MemoryUtil.nmemCallocChecked(NUMBERS.length, SIZE);
    for (int i = 0; i < NUMBERS.length; i++) {
      JNI.invokePPI(NUMBERS[i], MemoryUtil.NULL, saved + (long) i * SIZE, sigaction);
    }
    return new Signals(sigaction, saved);
  }

  /** The address of the present handler of a signal. */
  static long handler(int number) {
    long sigaction = APIUtil.apiCreateLibrary("libc.so.6").getFunctionAddress("sigaction");
    long action = MemoryUtil.nmemCallocChecked(1, SIZE);
    try {
      JNI.invokePPI(number, MemoryUtil.NULL, action, sigaction);
      return MemoryUtil.memGetAddress(action);
    } finally {
      MemoryUtil.nmemFree(action);
    }
  }

  private void restore() {
    for (int i = 0; i < NUMBERS.length; i++) {
      JNI.invokePPI(NUMBERS[i], saved + (long) i * SIZE, MemoryUtil.NULL, sigaction);
    }
  }

  private static void join(Thread keeper) {
    try {
      keeper.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
