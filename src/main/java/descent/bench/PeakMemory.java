package descent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this process has needed of the machine's memory, native libraries and heap together. */
final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private PeakMemory() {}

  /** After the figures that are asked for with it; alone it says little. */
  static Benchmark benchmark() {
    return new Benchmark(
        "peak_memory_mb",
        "The most physical memory that this process has held so far; 0 where it is not known.",
        PeakMemory::megabytes);
  }

  private static double megabytes() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
              .filter(line -> line.startsWith("VmHWM:"))
              .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
              .findFirst()
              .orElse(0)
          / 1024;
    } catch (IOException e) {
      return 0;
    }
  }
}
