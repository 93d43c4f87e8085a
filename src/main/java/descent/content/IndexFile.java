package descent.content;

import descent.content.source.Prose;
import descent.content.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code course.yml}: the title of the course and its lessons in order, also planned ones. */
record IndexFile(String title, Prose standfirst, List<Group> groups) {

  /** A part of the course. */
  record Group(String title, List<Line> lines) {}

  /**
   * A lesson's line.
   *
   * @param number its place in the course, from 1
   */
  record Line(int number, String slug, String title) {}

  /**
   * Reads the file.
   *
   * @param absentTitle the title of a course without this file
   * @param numbers of the lessons that have a folder, by slug
   */
  static IndexFile read(Source file, String absentTitle, Map<String, Integer> numbers) {
    var places = new LinkedHashMap<String, Integer>();
    var groups = new ArrayList<Group>();
    for (Source part : file.items("parts")) {
      var lines = new ArrayList<Line>();
      for (Source lesson : part.items("lessons")) {
        lines.add(line(lesson, places, numbers));
      }
      groups.add(new Group(part.text("title"), List.copyOf(lines)));
    }
    IndexFile index =
        new IndexFile(
            file.text("title", absentTitle), file.prose("standfirst"), List.copyOf(groups));
    file.close();
    return index;
  }

  private static Line line(
      Source lesson, Map<String, Integer> places, Map<String, Integer> numbers) {
    String slug = lesson.text("slug");
    String title = lesson.text("title");
    lesson.integer("minutes", 20, 1, 600);
    int place = places.size() + 1;
    Integer before = places.putIfAbsent(slug, place);
    if (before != null) {
      lesson.error("slug", "the lesson '" + slug + "' already stands at place " + before);
    }
    int number = numbers.getOrDefault(slug, place);
    if (number != place) {
      lesson.error(
          "slug",
          "the lesson '%s' stands at place %d, but its folder says %d"
              .formatted(slug, place, number));
    }
    return new Line(place, slug, title);
  }
}
