package descent.content.directive;

import descent.content.directive.TaylorState.View;
import descent.content.source.Source;
import descent.expr.Precision;
import descent.objective.Box;
import descent.objective.Formula;
import descent.objective.Problems;
import descent.plot.RunPicture;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code ```{taylor}}: a function with its first two Taylor polynomials at a point, live. */
public final class TaylorDirective implements Directive {
  private static final double[] DEFAULT = {0, 0};

  private final Problems problems;

  public TaylorDirective(Problems problems) {
    this.problems = problems;
  }

  @Override
  public String name() {
    return "taylor";
  }

  @Override
  public String doc() {
    return """
    Shows a function with its Taylor polynomials of first and second order at a point that \
    can be dragged, and reads them at a probe. `objective` is a formula in `x` or in `x`, `y`; \
    `at` and `probe` are points. `view` is `curve` (one variable, with `range: [x0, x1]`), \
    `surface` (two variables, with `box: [x0, x1, y0, y1]`) or `error`: what each polynomial \
    misses against the distance, on logarithmic axes. `precision: single` rounds every \
    operation to a float.\
    """;
  }

  @Override
  public String example() {
    return """
    ```{taylor}
    id: line
    objective: x^2 + 10*sin(x)
    at: 6
    probe: 6.5
    range: [-10, 10]
    alt: A curve with its tangent line and its parabola at 6.
    ```
    """;
  }

  @Override
  public Block parse(Source source, Caption caption) {
    Formula formula = formula(source);
    int n = formula.dimension();
    double[] at = point(source, "at", n, DEFAULT);
    double[] probe = point(source, "probe", n, n == 1 ? new double[] {at[0] + 0.5} : at);
    List<String> fitting = n == 1 ? List.of("curve", "error") : List.of("surface", "error");
    String word = source.word("view", fitting.get(0), fitting);
    String precision = source.word("precision", "double", List.of("double", "single"));
    TaylorState state =
        new TaylorState(
            formula,
            at,
            probe,
            box(source, formula, at),
            View.valueOf(word.toUpperCase(Locale.ROOT)),
            Precision.valueOf(precision.toUpperCase(Locale.ROOT)));
    return new TaylorBlock(caption, state, state);
  }

  private Formula formula(Source source) {
    String text = source.text("objective");
    try {
      Formula formula = problems.of(text, Map.of()).objective();
      if (formula.dimension() <= 2) {
        return formula;
      }
      source.error("objective", "a Taylor figure needs one or two variables, not three");
    } catch (IllegalArgumentException e) {
      if (!text.isEmpty()) {
        source.error("objective", String.valueOf(e.getMessage()));
      }
    }
    return Formula.of("x^2", Map.of());
  }

  private static double[] point(Source source, String key, int dimension, double[] absent) {
    double[] point = source.numbers(key);
    if (point.length == dimension) {
      return point;
    }
    if (source.has(key)) {
      source.error(
          key, "%s has %d numbers; %d would be right".formatted(key, point.length, dimension));
    }
    return java.util.Arrays.copyOf(absent, dimension);
  }

  private static Box box(Source source, Formula formula, double[] at) {
    String key = formula.dimension() == 1 ? "range" : "box";
    double[] given = source.numbers(key);
    try {
      if (formula.dimension() == 1) {
        boolean absent = given.length == 0;
        double[] range = absent ? new double[] {at[0] - 4, at[0] + 4} : given;
        if (range.length == 2) {
          return RunPicture.fit(formula, range[0], range[1]);
        }
      } else if (given.length == 0) {
        return new Box(at[0] - 1.5, at[0] + 1.5, at[1] - 1.5, at[1] + 1.5);
      } else if (given.length == 4) {
        return new Box(given[0], given[1], given[2], given[3]);
      }
      source.error(key, "%s has %d numbers; 2 or 4 would be right".formatted(key, given.length));
    } catch (IllegalArgumentException e) {
      source.error(key, String.valueOf(e.getMessage()));
    }
    return new Box(-1, 1, -1, 1);
  }
}
