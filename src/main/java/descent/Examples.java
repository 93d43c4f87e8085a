package descent;

import descent.content.Course;
import descent.content.Lesson;
import descent.content.Manual;
import descent.content.directive.Directive;
import descent.content.directive.Directive.Sample;
import descent.content.directive.Directives;
import descent.content.source.Quantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What the blocks say about themselves: as a manual, and as a lesson of their examples. */
record Examples(Directives directives, List<Quantity> quantities) {
  static final String SLUG = "blocks";

  String manual() {
    return Manual.html(directives, quantities);
  }

  /** Every doc and example. */
  Lesson lesson() {
    return lesson(markdown());
  }

  /** One figure alone. */
  Lesson figure(String fence) {
    return lesson(
        """
        ---
        title: Figure
        objectives: [See it.]
        ---

        """
            + fence);
  }

  /** Read anew, as any lesson is; a mistake in it is a mistake of the program. */
  private Lesson lesson(String markdown) {
    try {
      Path root = Files.createTempDirectory("descent-examples");
      Path folder = Files.createDirectory(root.resolve("01-" + SLUG));
      Path course = root.resolve("course.yml");
      Path index = folder.resolve("index.md");
      Files.writeString(
          course, "title: Blocks\nparts: [{title: Blocks, lessons: [{slug: blocks}]}]\n");
      Files.writeString(index, markdown);
      Course read = Course.load(List.of(root), directives, quantities);
      for (Path path : List.of(index, folder, course, root)) {
        Files.delete(path);
      }
      return read.lesson(SLUG).orElseThrow(() -> new IllegalStateException(read.mistakes() + ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String markdown() {
    String sections =
        directives.all().stream().map(Examples::section).collect(Collectors.joining("\n"));
    return """
    ---
    title: Blocks
    standfirst: Every live block with its own words and its own example.
    objectives: [See each block at work.]
    minutes: 5
    ---

    # Blocks

    """
        + sections;
  }

  private static String section(Directive directive) {
    String title = "## %s\n\n%s\n\n".formatted(directive.name(), directive.doc());
    return directive.samples().isEmpty()
        ? title + example(directive.example())
        : title
            + directive.samples().stream()
                .map(s -> sample(directive.name(), s))
                .collect(Collectors.joining());
  }

  private static String sample(String directive, Sample sample) {
    return "### %s: %s\n\n%s\n\n%s"
        .formatted(directive, sample.name(), sample.doc(), example(sample.example()));
  }

  private static String example(String fence) {
    return "`````markdown\n%s`````\n\n%s\n".formatted(fence, fence);
  }
}
