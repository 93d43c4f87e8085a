package descent.content;

import descent.content.directive.Caption;
import descent.content.directive.Directives;
import descent.content.question.SelfTest;
import descent.content.source.Mistake;
import descent.content.source.Quantity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A course as it was found in its folders; immutable.
 *
 * @param title plain text
 * @param standfirst as HTML
 * @param lessons those without errors, in order
 * @param refused the mistakes of each lesson that has errors, by slug
 * @param glossary terms in alphabetical order
 * @param references by author, then title
 * @param talk the rows of the talk that the course grew from, in its order
 * @param mistakes all errors and warnings, in order of file and line
 */
public record Course(
    String title,
    String standfirst,
    List<Part> parts,
    List<Lesson> lessons,
    SortedMap<String, List<Mistake>> refused,
    List<Term> glossary,
    List<Reference> references,
    List<Row> talk,
    List<Mistake> mistakes) {

  /** A group of lessons on the index. */
  public record Part(String title, List<Entry> entries) {
    private Part refusing(Set<String> slugs) {
      return new Part(title, entries.stream().map(entry -> entry.refusing(slugs)).toList());
    }
  }

  /** One line of the index. */
  public record Entry(int number, String slug, String title, State state) {
    private Entry refusing(Set<String> slugs) {
      return slugs.contains(slug) ? new Entry(number, slug, title, State.REFUSED) : this;
    }
  }

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

  /**
   * A work that lessons cite.
   *
   * @param text authors, title, year and where to find it, as HTML
   */
  public record Reference(String label, String text) {}

  /**
   * A row of the talk that the course grew from.
   *
   * @param id such as "S12"
   * @param says what the row is about, as HTML
   * @param lesson that covers it; absent while it is planned
   * @param figure that shows it, where there is one
   */
  public record Row(String id, String says, Optional<Lesson> lesson, Optional<Caption> figure) {}

  public Course {
    parts = List.copyOf(parts);
    lessons = List.copyOf(lessons);
    refused = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    glossary = List.copyOf(glossary);
    references = List.copyOf(references);
    talk = List.copyOf(talk);
    mistakes = List.copyOf(mistakes);
  }

  /**
   * Reads a course; its blocks are drawn when they are first shown.
   *
   * @param roots folders on disk or in an opened jar; the first one names the course
   * @param quantities that prose may ask for everywhere
   */
  public static Course load(List<Path> roots, Directives directives, List<Quantity> quantities) {
    return new CourseReader(roots, directives, quantities).read();
  }

  /** This course after every block was drawn: a lesson that cannot be drawn is refused. */
  public Course drawn() {
    var flaws = new TreeMap<String, List<Mistake>>();
    for (Lesson lesson : lessons) {
      List<Mistake> found = lesson.text().flaws();
      if (!found.isEmpty()) {
        flaws.put(lesson.slug(), found);
      }
    }
    return flaws.isEmpty() ? this : without(flaws);
  }

  /** This course after every question tested itself: a lesson with one that fails is refused. */
  public Course tested() {
    var flaws = new TreeMap<String, List<Mistake>>();
    for (Lesson lesson : lessons) {
      List<Mistake> found =
          lesson.questions().stream()
              .flatMap(question -> new SelfTest(question).mistakes().stream())
              .toList();
      if (!found.isEmpty()) {
        flaws.put(lesson.slug(), found);
      }
    }
    return flaws.isEmpty() ? this : without(flaws);
  }

  private Course without(Map<String, List<Mistake>> flaws) {
    var allRefused = new TreeMap<>(refused);
    allRefused.putAll(flaws);
    var allMistakes = new TreeSet<>(mistakes);
    flaws.values().forEach(allMistakes::addAll);
    return new Course(
        title,
        standfirst,
        parts.stream().map(part -> part.refusing(flaws.keySet())).toList(),
        lessons.stream().filter(lesson -> !flaws.containsKey(lesson.slug())).toList(),
        allRefused,
        glossary,
        references,
        talk,
        List.copyOf(allMistakes));
  }

  public Optional<Lesson> lesson(String slug) {
    return lessons.stream().filter(lesson -> lesson.slug().equals(slug)).findFirst();
  }

  public boolean hasErrors() {
    return mistakes.stream().anyMatch(Mistake::isError);
  }
}
