package descent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The flag that says where the lessons are. */
final class ContentFolders {
  private static final String BUILT_IN = "built-in";

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--content",
      paramLabel = "DIR",
      description =
          "Folder of lessons, or 'built-in'; may be given several times, to add lessons to a course"
              + " (DESCENT_CONTENT; default ${DEFAULT-VALUE}).",
      defaultValue = "${env:DESCENT_CONTENT:-" + BUILT_IN + "}")
  private List<String> folders;

  /**
   * The folders in the order given.
   *
   * @throws ParameterException that names what is no folder
   */
  List<Path> roots() {
    return folders.stream().map(this::root).toList();
  }

  private Path root(String folder) {
    Path root = folder.equals(BUILT_IN) ? Packed.folder("content") : Path.of(folder);
    if (!Files.isDirectory(root)) {
      throw new ParameterException(
          spec.commandLine(), root + " is no folder; give the folder with course.yml");
    }
    return root;
  }
}
