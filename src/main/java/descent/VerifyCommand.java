package descent;

import descent.verify.Verdict;
import descent.verify.Verifier;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify FILE…}: recomputes reference values; exit 1 if any is out of tolerance. */
@Command(
    name = "verify",
    description = "Recomputes reference files; prints each case's error against its tolerance.")
final class VerifyCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Reference files, JSON.")
  private List<Path> files = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    boolean good = true;
    for (Path file : files) {
      try {
        good &= print(out, file, Verifier.standard().verify(file));
      } catch (IllegalArgumentException e) {
        spec.commandLine().getErr().println(e.getMessage());
        good = false;
      }
    }
    out.flush();
    return good ? 0 : 1;
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
