package descent.run;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The sentences of a {@link Diagnosis}. */
record Story(
    Path path,
    Optional<Curvature> curvature,
    OptionalDouble measured,
    OptionalDouble theory,
    Optional<Oscillation> oscillation) {

  String tell(Diagnosis.Outcome outcome) {
    String title = path.entrant().optimizer().title();
    return switch (outcome) {
      case CONVERGED -> title + " found a minimum." + rates() + alternation();
      case APPROACHING -> title + " approaches a minimum." + rates() + alternation();
      case OSCILLATING -> title + " goes to and fro and comes no closer." + alternation();
      case SADDLE -> title + " is " + saddle();
      case PLATEAU ->
          title
              + " is on flat ground: the gradient is only %s."
                  .formatted(Numeral.of(path.last().gradientNorm()));
      case DESCENDING ->
          title
              + " is still on its way: the gradient is %s."
                  .formatted(Numeral.of(path.last().gradientNorm()));
      case DIVERGED -> path.stop().message();
    };
  }

  private String rates() {
    if (measured.isEmpty() || measured.getAsDouble() >= 1) {
      return "";
    }
    String factor = Numeral.of(measured.getAsDouble());
    return theory.isEmpty()
        ? " Each step left %s of the gradient.".formatted(factor)
        : " Each step left %s of the gradient; theory says %s."
            .formatted(factor, Numeral.of(theory.getAsDouble()));
  }

  private String alternation() {
    return oscillation
        .map(
            o ->
                " It alternates along %s, where the curvature is %s."
                    .formatted(vector(o.eigenvector()), Numeral.of(o.eigenvalue())))
        .orElse("");
  }

  private String saddle() {
    Curvature here = curvature.orElseThrow();
    boolean hill = here.shape() == Curvature.Shape.HILL;
    return "%s: the gradient is %s, but the curvature is %s along %s."
        .formatted(
            hill ? "on top of a hill" : "held up by a saddle",
            Numeral.of(path.last().gradientNorm()),
            Numeral.of(here.smallest()),
            vector(here.eigenvectors()[0]));
  }

  private static String vector(double[] entries) {
    return Arrays.stream(entries).mapToObj(Numeral::of).collect(Collectors.joining(", ", "(", ")"));
  }
}
