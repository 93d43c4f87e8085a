package descent.web;

import descent.App;
import descent.content.Course;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** A small course with a lesson of each state. */
final class SampleCourse {
  private SampleCourse() {}

  static Course course() {
    try {
      return new App().course(Path.of(SampleCourse.class.getResource("/sample-course").toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
