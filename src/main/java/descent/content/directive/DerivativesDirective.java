package descent.content.directive;

import descent.content.source.Source;
import descent.objective.Box;
import descent.objective.Problem;
import descent.run.Catalog;
import java.util.Map;

/** {@code ```{derivatives}}: a function of two variables with all its derivatives at a point. */
public final class DerivativesDirective implements Directive {
  private final Catalog catalog;

  public DerivativesDirective(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public String name() {
    return "derivatives";
  }

  @Override
  public String doc() {
    return """
    Shows a function of two variables with its gradient and Hessian: as formulas, and as numbers \
    at a point that can be dragged. The map has the gradient and the eigenvectors of the Hessian \
    (dashed where the surface bends down), the surface beside it the quadric that touches there. \
    `objective` is a named problem or a formula in `x` and `y`, which the reader may replace; \
    optional are the point `at` and the `box` of the map.\
    """;
  }

  @Override
  public String example() {
    return """
    ```{derivatives}
    id: bends
    title: Every derivative at a point
    objective: x^2*y + x*y^3
    at: [1, 1]
    alt: A map with a gradient arrow and two eigenvectors at a point, and the surface beside it.
    ```
    """;
  }

  @Override
  public Block parse(Source source, Caption caption) {
    Problem problem = problem(source);
    double[] at = source.has("at") ? source.numbers("at") : problem.start();
    if (at.length != 2) {
      source.error("at", "at has %d numbers; 2 would be right".formatted(at.length));
      at = new double[] {1, 1};
    }
    DerivativesState state = new DerivativesState(problem, box(source, problem), at);
    return new DerivativesBlock(caption, state, state, "", catalog);
  }

  private Problem problem(Source source) {
    String text = source.text("objective");
    try {
      Problem problem = catalog.problems().of(text, Map.of());
      if (problem.objective().dimension() == 2) {
        return problem;
      }
      source.error("objective", "a derivatives figure needs a formula in x and y");
    } catch (IllegalArgumentException e) {
      if (!text.isEmpty()) {
        source.error("objective", String.valueOf(e.getMessage()));
      }
    }
    return catalog.problems().of("x^2 + y^2", Map.of());
  }

  private static Box box(Source source, Problem problem) {
    double[] given = source.numbers("box");
    try {
      if (given.length == 4) {
        return new Box(given[0], given[1], given[2], given[3]);
      }
      if (given.length > 0) {
        source.error("box", "box has %d numbers; 4 would be right".formatted(given.length));
      }
    } catch (IllegalArgumentException e) {
      source.error("box", String.valueOf(e.getMessage()));
    }
    return problem.box();
  }
}
