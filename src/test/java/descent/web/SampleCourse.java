package descent.web;

import descent.content.Course;
import descent.content.Course.Entry;
import descent.content.Course.Part;
import descent.content.Course.State;
import descent.content.Course.Term;
import descent.content.Lesson;
import descent.content.Section;
import descent.content.source.Mistake;
import java.util.List;
import java.util.TreeMap;

/** A small course with a lesson of each state. */
final class SampleCourse {
  private static final String BODY =
      """
      <section aria-labelledby="valley"><h2 id="valley"><a class="anchor" href="#valley">2.1</a>A \
      long valley</h2><p>On a round bowl this works at once, on a long valley it does not.</p>\
      <div class="note ui" role="note"><p>The condition number is <span class="math">\\kappa</span>.</p>\
      </div><p>Play the run below.</p><p class="math display">\\theta \\leftarrow \\theta - \\eta \
      \\nabla L</p></section>\
      """;

  private SampleCourse() {}

  static Course course() {
    var refused = new TreeMap<String, List<Mistake>>();
    var mistake = Mistake.error("content/03-adam/index.md", 17, "'rate' is unknown for adam");
    refused.put("adam", List.of(mistake));
    return new Course(
        "Descent",
        "A live course on gradient-based optimization.",
        List.of(
            new Part(
                "Going downhill",
                List.of(
                    new Entry(1, "gradient-descent", "Gradient descent", State.READY),
                    new Entry(2, "momentum", "Momentum", State.READY),
                    new Entry(3, "adam", "Adam", State.REFUSED))),
            new Part("Curvature", List.of(new Entry(4, "hessian", "The Hessian", State.PLANNED)))),
        List.of(
            lesson(1, "gradient-descent", "Gradient descent"), lesson(2, "momentum", "Momentum")),
        refused,
        List.of(new Term("velocity", "velocity", "What momentum remembers.")),
        List.of(mistake));
  }

  private static Lesson lesson(int number, String slug, String title) {
    return new Lesson(
        slug,
        number,
        title,
        "Give it a memory and it crosses a long valley in the square root of the time.",
        List.of("Write the update.", "Choose <span class=\"math\">\\beta</span>."),
        number == 1 ? List.of() : List.of("gradient-descent"),
        25,
        List.of("S12"),
        List.of(new Section(number + ".1", "valley", "A long valley")),
        List.of(),
        BODY);
  }
}
