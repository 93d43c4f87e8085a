package descent.content.question;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.label;
import static j2html.TagCreator.span;

import descent.objective.Problem;
import descent.plot.Numbers;
import j2html.tags.DomContent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Points that are clicked in a picture or typed beneath it. */
final class Coordinates {

  private Coordinates() {}

  /** A field for each coordinate of a problem. */
  static DomContent fields(Problem problem, List<String> given) {
    List<String> names = problem.objective().variables();
    return div(each(
            IntStream.range(0, names.size())
                .<DomContent>mapToObj(
                    i ->
                        label(
                                span(names.get(i) + " ="),
                                Typed.field(given, i).withClass("num").attr("inputmode", "decimal"))
                            .withClass("line"))
                .toArray(DomContent[]::new)))
        .withClass("coordinates");
  }

  static double distance(double[] a, double[] b) {
    return Math.sqrt(
        IntStream.range(0, a.length).mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i])).sum());
  }

  /** As people write a point. */
  static String words(double[] x) {
    String joined = Arrays.stream(x).mapToObj(Numbers::reading).collect(Collectors.joining(", "));
    return x.length == 1 ? joined : "(" + joined + ")";
  }
}
