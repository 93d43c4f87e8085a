package descent;

import descent.classroom.Regrading;
import descent.classroom.Regrading.Change;
import descent.content.Course;
import descent.store.Store;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code regrade}: marks attempts again after a key was mended; the server may go on meanwhile. */
@Command(
    name = "regrade",
    description =
        "Marks again every attempt at a question that was changed since, and prints who changes."
            + " Earlier marks are kept beside the new ones.",
    mixinStandardHelpOptions = true)
final class RegradeCommand implements Callable<Integer> {
  @ParentCommand private App app;
  @Spec private CommandSpec spec;
  @Mixin private ContentFolders content;
  @Mixin private DataFolder data;

  @Option(names = "--dry-run", description = "Prints who would change, and changes nothing.")
  private boolean dry;

  @Override
  public Integer call() {
    Course course = app.course(content.roots());
    PrintWriter out = spec.commandLine().getOut();
    try (Store store = data.open()) {
      data.await(store);
      List<Change> changes = new Regrading(store, Clock.systemUTC()).regrade(course, !dry);
      changes.forEach(change -> out.println(line(change)));
      out.printf("%d marks %s%n", changes.size(), dry ? "would change" : "changed");
    }
    out.flush();
    return 0;
  }

  private static String line(Change change) {
    return "%s %s attempt %d: %s -> %s"
        .formatted(
            change.learner(), change.question(), change.number(), change.before(), change.after());
  }
}
