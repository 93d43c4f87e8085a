package descent.run.training;

import descent.model.LabelledCsv;
import java.util.List;
import java.util.Optional;

/**
 * A table of examples that lies beside a lesson.
 *
 * @param name on the wire, such as {@code my-lesson/flowers.csv}
 * @param text of the file
 * @param label the column that names the classes
 */
public record LessonTable(String name, String text, String label) {

  /** Finds the tables that figures of lessons name. */
  @FunctionalInterface
  public interface Shelf {
    /** Without any table. */
    Shelf EMPTY = name -> Optional.empty();

    Optional<LessonTable> named(String name);
  }

  /** A table whose last column names the classes. */
  public static LessonTable of(String name, String text) {
    return new LessonTable(name, text, "");
  }

  /**
   * The same with the classes in the column {@code label}, in the last one where it is empty.
   *
   * @throws LabelledCsv.Flaw if the columns have no names
   * @throws IllegalArgumentException if none is called so
   */
  LessonTable labelled(String column) {
    List<String> columns = LabelledCsv.columns(text);
    String found = column.isEmpty() ? columns.get(columns.size() - 1) : column;
    if (!columns.contains(found)) {
      throw new IllegalArgumentException(
          "No column is called '%s'; known: %s.".formatted(found, String.join(", ", columns)));
    }
    return new LessonTable(name, text, found);
  }
}
