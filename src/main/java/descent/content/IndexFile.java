package descent.content;

import descent.content.source.Prose;
import descent.content.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code course.yml}: the title of the course and its lessons in order, also planned ones.
 *
 * @param last the greatest number of a lesson, of the index or of a folder
 */
record IndexFile(String title, Prose standfirst, List<Group> groups, int last) {

  /** A part of the course. */
  record Group(String title, List<Line> lines) {}

  /**
   * A lesson's line.
   *
   * @param number its place in the course, from 1
   */
  record Line(int number, String slug, String title) {}

  /**
   * Reads the file of one folder.
   *
   * @param absentTitle the title of a course without this file
   * @param before the number after which the folder's lessons are counted
   * @param numbers of all lessons that have a folder, by slug
   */
  static IndexFile read(Source file, String absentTitle, int before, Map<String, Integer> numbers) {
    var places = new LinkedHashMap<String, Integer>();
    var groups = new ArrayList<Group>();
    for (Source part : file.items("parts")) {
      var lines = new ArrayList<Line>();
      for (Source lesson : part.items("lessons")) {
        lines.add(line(lesson, before, places, numbers));
      }
      groups.add(new Group(part.text("title"), List.copyOf(lines)));
    }
    String title = file.text("title", absentTitle);
    Prose standfirst = file.prose("standfirst");
    file.close();
    int last = numbers.values().stream().reduce(before + places.size(), Math::max);
    return new IndexFile(title, standfirst, List.copyOf(groups), last);
  }

  private static Line line(
      Source lesson, int before, Map<String, Integer> places, Map<String, Integer> numbers) {
    String slug = lesson.text("slug");
    String title = lesson.text("title");
    lesson.integer("minutes", 20, 1, 600);
    int place = places.size() + 1;
    Integer earlier = places.putIfAbsent(slug, place);
    if (earlier != null) {
      lesson.error("slug", "the lesson '" + slug + "' already stands at place " + earlier);
    }
    int number = numbers.getOrDefault(slug, before + place);
    if (number != before + place) {
      lesson.error(
          "slug",
          "the lesson '%s' stands at place %d, but its folder says %d"
              .formatted(slug, place, number - before));
    }
    return new Line(before + place, slug, title);
  }
}
