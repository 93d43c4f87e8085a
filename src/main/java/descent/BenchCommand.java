package descent;

import descent.bench.Bench;
import descent.bench.Benchmark;
import descent.device.Device;
import descent.device.DeviceException;
import descent.device.Devices;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench}: how fast this program is here; medians after a warm-up. */
@Command(
    name = "bench",
    description = "Times the program on this machine; medians after a warm-up.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Prints one flat JSON object.")
  private boolean json;

  @Option(
      names = "--threads",
      description = "Workers of a sweep (default ${DEFAULT-VALUE}).",
      defaultValue = "2")
  private int threads;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "Times an OpenCL device, such as opencl:0 or opencl for the first.",
      defaultValue = "cpu")
  private String device;

  @Parameters(
      arity = "0..*",
      paramLabel = "PART",
      description = "Only figures whose key contains one of these.")
  private List<String> parts = List.of();

  @Override
  public Integer call() {
    try (Devices devices = new Devices()) {
      return print(benchmarks(devices)) ? 0 : 1;
    } catch (DeviceException failed) {
      spec.commandLine().getErr().println(failed.reason());
      return 1;
    }
  }

  private List<Benchmark> benchmarks(Devices devices) {
    if (device.equals(Device.CPU)) {
      return Bench.all(threads);
    }
    String id = device.equals("opencl") ? Device.openCl(0) : device;
    PrintWriter err = spec.commandLine().getErr();
    err.println(devices.card(id).device());
    err.flush();
    return Bench.ofDevice(devices, id);
  }

  /** Prints them as they are taken; false if one was below what it may be. */
  private boolean print(List<Benchmark> all) {
    PrintWriter out = spec.commandLine().getOut();
    boolean sound = true;
    String before = "{";
    for (Benchmark benchmark : all) {
      if (parts.isEmpty() || parts.stream().anyMatch(benchmark.key()::contains)) {
        double value = benchmark.measure().getAsDouble();
        out.print(json ? before + json(benchmark, value) : line(benchmark, value));
        out.flush();
        before = ",";
        sound &= isSound(benchmark, value);
      }
    }
    out.print(json ? (before.equals("{") ? "{}\n" : "}\n") : "");
    out.flush();
    return sound;
  }

  private boolean isSound(Benchmark benchmark, double value) {
    boolean sound = value >= benchmark.least();
    if (!sound) {
      PrintWriter err = spec.commandLine().getErr();
      err.printf(
          Locale.ROOT,
          "%s is %s, below %s: this loop is not compiled to vectors.%n",
          benchmark.key(),
          number(value),
          number(benchmark.least()));
      err.flush();
    }
    return sound;
  }

  private static String json(Benchmark benchmark, double value) {
    return "\"%s\":%s".formatted(benchmark.key(), number(value));
  }

  private static String line(Benchmark benchmark, double value) {
    return String.format(
        Locale.ROOT, "%-42s %10s  %s%n", benchmark.key(), number(value), benchmark.meaning());
  }

  private static String number(double value) {
    return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }
}
