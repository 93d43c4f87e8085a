package descent.device;

import static org.lwjgl.opencl.CL10.*;

import descent.expr.Precision;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.lwjgl.opencl.CL;
import org.lwjgl.opencl.CLCapabilities;
import org.lwjgl.system.MemoryStack;

/**
 * An OpenCL device with one queue; thread-safe. What it computes goes through {@link #turn}, so
 * that several runs interleave; what it holds is counted and bounded before it is allocated.
 */
public final class Card implements AutoCloseable {
  private static final double LARGEST_SHARE = 0.8;
  private static final int KEPT_CODES = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Bytes that are read at once without a copy. */
  static final int WINDOW = 4 << 20;

  /** Too large for the memory of device or host, or for one buffer: another run may be smaller. */
  private static final Set<Integer> TOO_LARGE = Set.of(-4, -6, -61);

  private final Info info;
  private final Device device;
  private final ReentrantLock turns = new ReentrantLock(true);
  private final AtomicLong held = new AtomicLong();
  private final Map<String, Code> codes = new LinkedHashMap<>(16, 0.75f, true);
  private long context;
  private long queue;
  private long pinned;
  private Optional<ByteBuffer> window = Optional.empty();
  private volatile String fault = "";

  private Card(Info info, Device device) {
    this.info = info;
    this.device = device;
  }

  /** The device as it describes itself; nothing is opened yet. */
  static Card of(Info info, int index) {
    CLCapabilities all = CL.createPlatformCapabilities(info.platform());
    CL.createDeviceCapabilities(info.id(), all);
    Device device =
        new Device(
            Device.openCl(index),
            info.text(CL_DEVICE_NAME).strip(),
            info.number(CL_DEVICE_GLOBAL_MEM_SIZE),
            (int) info.number(CL_DEVICE_MAX_COMPUTE_UNITS),
            info.hasDouble(),
            info.text(CL_DEVICE_VERSION).strip());
    return new Card(info, device);
  }

  /** Lets a processor's compiler take the signals that it takes with the first new program. */
  void wake() {
    if (!isProcessor()) {
      return;
    }
    String source = "kernel void wake_%d(global float *a) { a[0] = 1; }";
    long now = System.nanoTime();
    turn(
        () -> {
          try (Buffer one = allocate(Precision.SINGLE, 1);
              Code code = Code.build(this, source.formatted(now))) {
            code.run("wake_" + now, new long[] {1}, new long[0], one);
            finish();
          } catch (DeviceException failed) {
            lose(failed.reason());
          }
        });
  }

  /** What it is. */
  public Device device() {
    return device;
  }

  /** Bytes that buffers hold at present. */
  public long held() {
    return held.get();
  }

  /** The most bytes that buffers may hold together. */
  public long bound() {
    return (long) (LARGEST_SHARE * device.memory());
  }

  /** The largest work group. */
  int largestGroup() {
    return (int) info.number(CL_DEVICE_MAX_WORK_GROUP_SIZE);
  }

  /** Whether it is a processor that only speaks OpenCL. */
  public boolean isProcessor() {
    return info.isProcessor();
  }

  /**
   * Does a short piece of work while nobody else does; who waits longest is next.
   *
   * <p>Work that fails for another reason than its size loses the card: later work is refused.
   *
   * @throws DeviceException if the card fails, has failed or is busy for 20 seconds
   */
  public <T> T turn(Supplier<T> work) {
    return turn(work, PATIENCE);
  }

  /** The same, refused if the turn does not come within {@code patience}: a driver may hang. */
  <T> T turn(Supplier<T> work, Duration patience) {
    take(patience);
    try {
      checkAlive();
      open();
      T done = work.get();
      finish();
      return done;
    } finally {
      turns.unlock();
    }
  }

  /** Whether somebody waits for a turn. */
  boolean isAwaited() {
    return turns.hasQueuedThreads();
  }

  private void take(Duration patience) {
    try {
      if (!turns.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new DeviceException(
            "%s has not ended its present work for %,d ms."
                .formatted(device.id(), patience.toMillis()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceException("Nobody waits for %s any more.".formatted(device.id()));
    }
  }

  /** The same without a result. */
  public void turn(Runnable work) {
    turn(
        () -> {
          work.run();
          return true;
        });
  }

  /** Waits until all that was asked of the card is done. */
  void finish() {
    succeed(clFinish(queue), "Computing");
  }

  /**
   * Returns if {@code code} is success.
   *
   * @throws DeviceException else; the card is lost, unless only the work was too large
   */
  void succeed(int code, String doing) {
    try {
      Failure.check(code, doing + " on " + device.id());
    } catch (DeviceException failed) {
      if (!TOO_LARGE.contains(code)) {
        lose(failed.reason());
      }
      throw failed;
    }
  }

  /** Takes the card out of service. */
  public void lose(String reason) {
    fault = reason;
  }

  /**
   * Returns if the card works.
   *
   * @throws DeviceException if it has failed
   */
  public void checkAlive() {
    if (!fault.isEmpty()) {
      throw new DeviceException(fault);
    }
  }

  /**
   * Returns if the card computes in {@code precision}.
   *
   * @throws DeviceException if it does not
   */
  public void require(Precision precision) {
    if (precision == Precision.DOUBLE && !device.hasDouble()) {
      throw new DeviceException(device.id() + " does not compute in double precision.");
    }
  }

  private void open() {
    if (context != 0) {
      return;
    }
    try (MemoryStack stack = MemoryStack.stackPush()) {
      var error = stack.mallocInt(1);
      var properties = stack.pointers(CL_CONTEXT_PLATFORM, info.platform(), 0);
      context = clCreateContext(properties, info.id(), null, 0, error);
      succeed(error.get(0), "Opening");
      queue = clCreateCommandQueue(context, info.id(), 0, error);
      succeed(error.get(0), "Opening");
    }
  }

  long context() {
    return context;
  }

  long queue() {
    return queue;
  }

  long id() {
    return info.id();
  }

  /** Memory for {@code count} numbers; call it in a {@link #turn}. */
  public Buffer allocate(Precision precision, long count) {
    return allocate(precision == Precision.SINGLE ? Float.BYTES : Double.BYTES, count);
  }

  /** Memory for {@code count} whole numbers. */
  Buffer integers(long count) {
    return allocate(Integer.BYTES, count);
  }

  private Buffer allocate(int width, long count) {
    long bytes = Math.max(1, count) * width;
    long after = held.addAndGet(bytes);
    long largest = info.number(CL_DEVICE_MAX_MEM_ALLOC_SIZE);
    if (after > bound() || bytes > largest) {
      held.addAndGet(-bytes);
      throw new DeviceException(
          "%s has no room for %,d bytes more: it holds %,d of at most %,d, one array at most %,d."
              .formatted(device.id(), bytes, after - bytes, bound(), largest));
    }
    try (MemoryStack stack = MemoryStack.stackPush()) {
      var error = stack.mallocInt(1);
      long memory = clCreateBuffer(context, CL_MEM_READ_WRITE, bytes, error);
      if (error.get(0) != CL_SUCCESS) {
        held.addAndGet(-bytes);
      }
      succeed(error.get(0), "Allocating");
      return new Buffer(this, memory, width, bytes);
    }
  }

  /** {@link #WINDOW} bytes of this machine that the card writes to directly; mapped once. */
  ByteBuffer window() {
    if (window.isEmpty()) {
      try (MemoryStack stack = MemoryStack.stackPush()) {
        var error = stack.mallocInt(1);
        long flags = CL_MEM_READ_WRITE | CL_MEM_ALLOC_HOST_PTR;
        pinned = clCreateBuffer(context, flags, WINDOW, error);
        succeed(error.get(0), "Allocating");
        long both = CL_MAP_READ | CL_MAP_WRITE;
        var mapped =
            clEnqueueMapBuffer(queue, pinned, true, both, 0, WINDOW, null, null, error, null);
        succeed(error.get(0), "Mapping");
        window = Optional.ofNullable(mapped).map(bytes -> bytes.order(ByteOrder.nativeOrder()));
      }
    }
    return window.orElseThrow(() -> new DeviceException(device.id() + " maps no memory."));
  }

  void released(long bytes) {
    held.addAndGet(-bytes);
  }

  /** The built {@code source}, kept for who asks next; call it in each {@link #turn}. */
  Code code(String source) {
    Code code = codes.get(source);
    if (code == null) {
      code = Code.build(this, source);
      codes.put(source, code);
      if (codes.size() > KEPT_CODES) {
        codes.remove(codes.keySet().iterator().next()).close();
      }
    }
    return code;
  }

  /** How many programs it keeps. */
  int programs() {
    return codes.size();
  }

  @Override
  public void close() {
    turns.lock();
    try {
      lose(device.id() + " is closed.");
      codes.values().forEach(Code::close);
      codes.clear();
      if (pinned != 0) {
        clReleaseMemObject(pinned);
        window = Optional.empty();
      }
      if (context != 0) {
        clReleaseCommandQueue(queue);
        clReleaseContext(context);
        context = 0;
      }
    } finally {
      turns.unlock();
    }
  }
}
