package descent.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descent.expr.Precision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class DevicesTest {
  @Test
  @EnabledIfEnvironmentVariable(named = "DESCENT_OPENCL", matches = "required")
  void theTestsThatNeedACardHaveOne() {
    assertThat(Cards.all()).as(Cards.DEVICES.check()).isNotEmpty();
  }

  @Test
  void theProcessorAndTheReferenceAreAlwaysThere() {
    assertThat(Cards.DEVICES.all())
        .extracting(Device::id)
        .startsWith("cpu", "reference")
        .hasSize(2 + Cards.all().size());
  }

  @Test
  void withoutAPlatformTheVerbSaysWhy() throws IOException, InterruptedException {
    String said = devices("/nonexistent");
    assertThat(said).contains("cpu", "reference").containsPattern("OpenCL.*(platform|load)");
    assertThat(said).doesNotContain("\tat ");
  }

  /** A driver that keeps SIGSEGV kills the virtual machine at a moment of its choice. */
  @OnEachCard
  @EnabledOnOs(OS.LINUX)
  void theVirtualMachineKeepsItsSignals(Card card) {
    card.turn(() -> card.code("kernel void any(global int *a) { a[0] = 1; }"));
    int pipe = 13;
    for (int number : new int[] {4, 7, 8, 11}) {
      assertThat(Signals.handler(number)).as("signal %d", number).isEqualTo(Signals.handler(pipe));
    }
  }

  private static String devices(String vendors) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-cp",
            System.getProperty("java.class.path"),
            "descent.App",
            "devices");
    builder.environment().put("OCL_ICD_VENDORS", vendors);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  @Test
  void idsOfDevices() {
    assertThat(List.of("cpu", "reference", "opencl:0", "opencl:12")).allMatch(Device::isId);
    assertThat(List.of("", "gpu", "opencl", "opencl:", "opencl:-1", "opencl:123"))
        .noneMatch(Device::isId);
  }

  @OnEachCard
  void workWaitsForItsTurn(Card card) throws InterruptedException {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Runnable work =
        () -> {
          for (int i = 0; i < 100; i++) {
            card.turn(
                () -> {
                  most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                  Thread.yield();
                  inside.decrementAndGet();
                });
          }
        };
    List<Thread> threads = List.of(new Thread(work), new Thread(work), new Thread(work));
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(most).hasValue(1);
  }

  /** Each holds its turn until the other has asked for the next. */
  @OnEachCard
  void whoWaitsLongestIsNext(Card card) throws InterruptedException {
    List<String> order = new ArrayList<>();
    AtomicInteger left = new AtomicInteger(40);
    List<Thread> threads = new ArrayList<>();
    for (String name : List.of("a", "b")) {
      Runnable turn =
          () -> {
            order.add(name);
            while (left.get() > 1 && !card.isAwaited()) {
              Thread.onSpinWait();
            }
            left.decrementAndGet();
          };
      threads.add(new Thread(() -> IntStream.range(0, 20).forEach(i -> card.turn(turn))));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    for (int i = 1; i < order.size(); i++) {
      assertThat(order.get(i)).isNotEqualTo(order.get(i - 1));
    }
  }

  @OnEachCard
  void whoWaitsTooLongIsToldSoAndTheCardWorksOn(Card card) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch refused = new CountDownLatch(1);
    Thread slow =
        new Thread(
            () ->
                card.turn(
                    () -> {
                      begun.countDown();
                      while (refused.getCount() > 0) {
                        Thread.onSpinWait();
                      }
                    }));
    slow.start();
    begun.await();
    assertThatThrownBy(() -> card.turn(() -> 1, Duration.ofMillis(2)))
        .isInstanceOf(DeviceException.class)
        .hasMessage(card.device().id() + " has not ended its present work for 2 ms.");
    refused.countDown();
    slow.join();
    assertThat(card.turn(() -> 1).intValue()).isEqualTo(1);
  }

  @OnEachCard
  void whatDoesNotFitIsRefusedBeforeItIsAllocated(Card card) {
    long numbers = card.bound() / Float.BYTES + 1;
    assertThatThrownBy(() -> card.turn(() -> card.allocate(Precision.SINGLE, numbers)))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("has no room for %,d bytes more".formatted(Float.BYTES * numbers))
        .hasMessageContaining("of at most %,d".formatted(card.bound()));
    assertThat(card.held()).isZero();
    card.turn(() -> card.allocate(Precision.SINGLE, 1).close());
  }

  @OnEachCard
  void aLostCardRefusesWork(Card card) {
    try (Devices devices = new Devices()) {
      Card own = devices.card(card.device().id());
      own.lose("It fell off the bus.");
      assertThatThrownBy(() -> own.turn(() -> {})).hasMessage("It fell off the bus.");
      assertThatThrownBy(() -> devices.card(own.device().id()))
          .isInstanceOf(DeviceException.class)
          .hasMessage("It fell off the bus.");
    }
  }
}
