package descent.content.question;

import static descent.words.Words.key;

import descent.content.source.EngineQuantities;
import descent.objective.Problem;
import descent.run.Diagnosis;
import descent.run.Path;
import java.util.List;
import java.util.Locale;

/** What a prediction is about. */
enum Forecast {
  /** The last point. */
  END,
  /** The objective at the last point. */
  VALUE,
  /** The first step after which f − f* is at most a tolerance. */
  STEPS,
  /** Whether the run converges, oscillates or diverges. */
  OUTCOME;

  static final List<String> OUTCOMES =
      List.of(key("converges"), key("oscillates"), key("diverges"));

  static List<String> words() {
    return List.of("end", "value", "steps", "outcome");
  }

  static Forecast of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /**
   * One of {@link #OUTCOMES}.
   *
   * @throws IllegalArgumentException if the run does none of them clearly
   */
  static String outcome(descent.run.RunSpec spec, Path path) {
    Diagnosis.Outcome outcome = Diagnosis.of(spec, path).outcome();
    boolean grows = path.last().value() > path.frames().get(0).value();
    return switch (outcome) {
      case CONVERGED, APPROACHING -> "converges";
      case OSCILLATING -> grows ? "diverges" : "oscillates";
      case DIVERGED -> "diverges";
      case SADDLE, PLATEAU, DESCENDING ->
          throw new IllegalArgumentException(
              "the run neither converges, oscillates nor diverges in %d steps: %s"
                  .formatted(path.last().step(), outcome.wire()));
    };
  }

  /** f*, the smallest value that is known or found. */
  static double least(Problem problem) {
    return EngineQuantities.least(problem.withMinimumIn(problem.box()));
  }

  /** The first step after which f − f* is at most a tolerance. */
  static int steps(Problem problem, Path path, double tolerance) {
    return EngineQuantities.stepsTo(problem.withMinimumIn(problem.box()), path, tolerance)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the run does not come within %s of the minimum in %d steps"
                        .formatted(tolerance, path.last().step())));
  }
}
