package descent.content;

import descent.content.directive.Directives;
import descent.content.source.Mistake;
import descent.content.source.Quantity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A course as it was found in one folder; immutable.
 *
 * @param title plain text
 * @param standfirst as HTML
 * @param lessons those without errors, in order
 * @param refused the mistakes of each lesson that has errors, by slug
 * @param glossary terms in alphabetical order
 * @param mistakes all errors and warnings, in order of file and line
 */
public record Course(
    String title,
    String standfirst,
    List<Part> parts,
    List<Lesson> lessons,
    SortedMap<String, List<Mistake>> refused,
    List<Term> glossary,
    List<Mistake> mistakes) {

  /** A group of lessons on the index. */
  public record Part(String title, List<Entry> entries) {}

  /** One line of the index. */
  public record Entry(int number, String slug, String title, State state) {}

  /** Whether a lesson can be read. */
  public enum State {
    READY,
    REFUSED,
    PLANNED
  }

  /**
   * A word of the glossary.
   *
   * @param id its fragment on the glossary page
   * @param definition as HTML
   */
  public record Term(String id, String name, String definition) {}

  public Course {
    parts = List.copyOf(parts);
    lessons = List.copyOf(lessons);
    refused = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    glossary = List.copyOf(glossary);
    mistakes = List.copyOf(mistakes);
  }

  /**
   * Reads a course.
   *
   * @param root a folder on disk or in an opened jar
   * @param quantities that prose may ask for everywhere
   */
  public static Course load(Path root, Directives directives, List<Quantity> quantities) {
    return new CourseReader(root, directives, quantities).read();
  }

  public Optional<Lesson> lesson(String slug) {
    return lessons.stream().filter(lesson -> lesson.slug().equals(slug)).findFirst();
  }

  public boolean hasErrors() {
    return mistakes.stream().anyMatch(Mistake::isError);
  }
}
