package descent;

import descent.store.MemoryStore;
import descent.store.SqliteStore;
import descent.store.Store;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The flag that says where the work of learners is kept. */
final class DataFolder {
  private static final String NONE = "none";

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder of learners' work, or 'none' to forget it when the program ends (DESCENT_DATA;"
              + " default: the user's own folder for data).",
      defaultValue = "${env:DESCENT_DATA}")
  private @Nullable String folder;

  /** Begins to open what is kept there. */
  Store open() {
    return NONE.equals(folder) ? new MemoryStore() : new SqliteStore(path());
  }

  /**
   * Waits until {@code store}, which was opened here, is open.
   *
   * @throws ParameterException that says why it cannot be
   */
  void await(Store store) {
    try {
      if (store instanceof SqliteStore database) {
        database.await();
      }
    } catch (RuntimeException e) {
      throw new ParameterException(
          spec.commandLine(),
          "cannot keep the work of learners in %s: %s; give a folder that may be written by --data"
              .formatted(path(), e.getMessage()));
    }
  }

  private Path path() {
    return Optional.ofNullable(folder)
        .map(Path::of)
        .orElseGet(() -> standard(System.getProperty("os.name"), System.getenv()));
  }

  /** Where this system keeps a user's data, such as {@code ~/.local/share/descent}. */
  static Path standard(String system, Map<String, String> environment) {
    String home = System.getProperty("user.home");
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      String local = environment.getOrDefault("LOCALAPPDATA", home + "\\AppData\\Local");
      return Path.of(local, "Descent");
    }
    if (name.startsWith("mac")) {
      return Path.of(home, "Library", "Application Support", "Descent");
    }
    return Path.of(environment.getOrDefault("XDG_DATA_HOME", home + "/.local/share"), "descent");
  }

  @Override
  public String toString() {
    return NONE.equals(folder) ? "memory only" : path().toString();
  }
}
