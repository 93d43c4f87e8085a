package descent;

import descent.device.Card;
import descent.device.Device;
import descent.device.DeviceException;
import descent.device.Devices;
import descent.expr.Precision;
import descent.verify.Verdict;
import descent.verify.Verifier;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify FILE…}: recomputes reference values; exit 1 if any is out of tolerance. */
@Command(
    name = "verify",
    description = "Recomputes reference files; prints each case's error against its tolerance.")
final class VerifyCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Reference files, JSON.")
  private List<Path> files = List.of();

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description =
          "An OpenCL device, such as opencl:0 or opencl for the first: recomputes there what it can.",
      defaultValue = "cpu")
  private String device;

  @Option(
      names = "--precision",
      description = "On a device: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).",
      defaultValue = "single")
  private Precision precision;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    boolean good = true;
    Verifier verifier;
    try {
      verifier = verifier();
    } catch (DeviceException failed) {
      spec.commandLine().getErr().println(failed.reason());
      return 1;
    }
    for (Path file : files) {
      try {
        good &= print(out, file, verifier.verify(file));
      } catch (IllegalArgumentException e) {
        spec.commandLine().getErr().println(e.getMessage());
        good = false;
      }
    }
    out.flush();
    return good ? 0 : 1;
  }

  private Verifier verifier() {
    if (device.equals(Device.CPU)) {
      return Verifier.standard();
    }
    Card card = new Devices().card(device.equals("opencl") ? Device.openCl(0) : device);
    card.require(precision);
    return Verifier.on(card, precision);
  }

  private static boolean print(PrintWriter out, Path file, List<Verdict> verdicts) {
    verdicts.forEach(verdict -> out.println(line(verdict)));
    long skipped = verdicts.stream().filter(Verdict::isSkipped).count();
    long passed = verdicts.stream().filter(Verdict::passes).count();
    long failed = verdicts.size() - skipped - passed;
    out.printf(
        "%s: %d within tolerance, %d out of tolerance, %d skipped%n",
        file, passed, failed, skipped);
    return failed == 0;
  }

  private static String line(Verdict verdict) {
    if (verdict.isSkipped()) {
      return "skip %-44s %s".formatted(verdict.name(), verdict.note());
    }
    return "%s %-44s %.1e (tolerance %.1e) %s"
        .formatted(
            verdict.passes() ? "ok  " : "FAIL",
            verdict.name(),
            verdict.error(),
            verdict.tolerance(),
            verdict.note());
  }
}
