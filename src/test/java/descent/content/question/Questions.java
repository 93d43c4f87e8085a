package descent.content.question;

import descent.content.Course;
import descent.content.Courses;
import descent.content.source.EngineQuantities;
import descent.content.source.FormulaQuantities;
import descent.content.source.Quantity;
import descent.run.Catalog;
import descent.run.RunService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Questions as an author writes them, read in a lesson of their own. */
public final class Questions {

  private Questions() {}

  private static List<Quantity> quantities() {
    List<Quantity> all = new ArrayList<>(FormulaQuantities.all());
    all.addAll(new EngineQuantities(new RunService(Catalog.standard())).all());
    return all;
  }

  /** A question whose id is {@code q}. */
  public static Question of(String yaml) {
    Course course = course(yaml);
    if (course.hasErrors()) {
      throw new IllegalArgumentException(course.mistakes().toString());
    }
    return course.lessons().get(0).question("q").orElseThrow();
  }

  /** One variant of it. */
  public static Posed posed(String yaml, long seed) {
    return of(yaml).variant(seed);
  }

  /** A course of one question, which has tested itself. */
  public static Course course(String yaml) {
    try {
      Path root = Files.createTempDirectory("descent-question");
      String front = "---\ntitle: Q\nobjectives: [Ask.]\n---\n\n";
      Courses.write(root.resolve("01-q/index.md"), front + "```{quiz}\nid: q\n" + yaml + "```\n");
      Course course =
          Course.load(List.of(root), Courses.directives(), quantities()).drawn().tested();
      for (Path path : List.of(root.resolve("01-q/index.md"), root.resolve("01-q"), root)) {
        Files.delete(path);
      }
      return course;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
