package descent.content;

import descent.content.directive.Directives;
import descent.content.source.Quantity;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** Reads a course's folder. */
record CourseReader(Path root, Directives directives, List<Quantity> quantities) {

  Course read() {
    return new Course("", "", List.of(), List.of(), new TreeMap<>(), List.of(), List.of());
  }
}
