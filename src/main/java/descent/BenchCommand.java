package descent;

import descent.bench.Bench;
import descent.bench.Benchmark;
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

  @Parameters(
      arity = "0..*",
      paramLabel = "PART",
      description = "Only figures whose key contains one of these.")
  private List<String> parts = List.of();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Benchmark> chosen =
        Bench.all(threads).stream()
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
    return 0;
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
