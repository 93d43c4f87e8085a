package descent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import descent.content.Course;
import descent.content.source.Mistake;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code check}: every mistake of every lesson at once; exit code 1 if there is an error. */
@Command(
    name = "check",
    description = "Prints every mistake of a course; exit code 1 if there is an error.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private enum Format {
    TEXT,
    JSON
  }

  @ParentCommand private App app;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "DIR",
      description = "Folders of the course (default: content).")
  private List<Path> directories = List.of(Path.of("content"));

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private Format format = Format.TEXT;

  @Override
  public Integer call() throws JsonProcessingException {
    for (Path directory : directories) {
      if (!Files.isDirectory(directory)) {
        throw new ParameterException(
            spec.commandLine(), directory + " is no folder; give the folder with course.yml");
      }
    }
    Course course = app.course(directories).drawn().tested();
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.JSON) {
      var mapper =
          JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
              .build();
      out.println(mapper.writeValueAsString(course.mistakes()));
    } else {
      course.mistakes().forEach(out::println);
      out.println(summary(course));
    }
    out.flush();
    return course.hasErrors() ? 1 : 0;
  }

  private static String summary(Course course) {
    long errors = course.mistakes().stream().filter(Mistake::isError).count();
    long warnings = course.mistakes().size() - errors;
    return "%d lessons are fine, %d are refused: %d errors, %d warnings"
        .formatted(course.lessons().size(), course.refused().size(), errors, warnings);
  }
}
