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
import java.util.stream.Collectors;
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
      print(benchmarks(devices));
      return 0;
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

  private void print(List<Benchmark> all) {
    PrintWriter out = spec.commandLine().getOut();
    List<Benchmark> chosen =
        all.stream()
            .filter(b -> parts.isEmpty() || parts.stream().anyMatch(b.key()::contains))
            .toList();
    if (json) {
      out.println(
          chosen.stream()
              .map(b -> "\"%s\":%s".formatted(b.key(), number(b.measure().getAsDouble())))
              .collect(Collectors.joining(",", "{", "}")));
    } else {
      chosen.forEach(b -> print(out, b));
    }
    out.flush();
  }

  private static void print(PrintWriter out, Benchmark benchmark) {
    String number = number(benchmark.measure().getAsDouble());
    out.printf(Locale.ROOT, "%-42s %10s  %s%n", benchmark.key(), number, benchmark.meaning());
    out.flush();
  }

  private static String number(double value) {
    return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }
}
