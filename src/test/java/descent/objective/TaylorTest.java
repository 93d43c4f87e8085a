package descent.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descent.expr.Precision;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaylorTest {
  private static final Formula WAVE = Formula.of("x^2 + 10*sin(x)", Map.of());

  @Test
  void singlePrecisionPrintsTheDigitsOfTheTalk() {
    Taylor taylor = new Taylor(WAVE, new double[] {6}, Precision.SINGLE);
    assertThat(Float.toString((float) taylor.first(new double[] {6.01}))).isEqualTo("33.421864");
    assertThat(Float.toString((float) taylor.second(new double[] {6.01}))).isEqualTo("33.422104");
    assertThat(Float.toString((float) taylor.first(new double[] {6.5}))).isEqualTo("44.0067");
    assertThat(Float.toString((float) taylor.second(new double[] {6.5}))).isEqualTo("44.60597");
  }

  @Test
  void doublePrecisionAgreesWithTheValuesComputedElsewhere() {
    Taylor taylor = new Taylor(WAVE, new double[] {6}, Precision.DOUBLE);
    assertThat(taylor.first(new double[] {6.01})).isCloseTo(33.421862046676, within(1e-11));
    assertThat(taylor.second(new double[] {6.5})).isCloseTo(44.605965824011, within(1e-11));
    Taylor plane =
        new Taylor(Formula.of("exp(x)*cos(y)", Map.of()), new double[] {0, 1}, Precision.DOUBLE);
    assertThat(plane.first(new double[] {0.1, 0.8})).isCloseTo(0.762626733, within(1e-9));
    assertThat(plane.second(new double[] {0.1, 0.8})).isCloseTo(0.771351619, within(1e-9));
  }

  @Test
  void theErrorsFallWithSlopesTwoAndThree() {
    Taylor taylor = new Taylor(WAVE, new double[] {6}, Precision.DOUBLE);
    Taylor.Errors errors = taylor.errors(new double[] {6.5});
    assertThat(Taylor.Errors.slope(errors.distance(), errors.first())).isCloseTo(2, within(0.02));
    assertThat(Taylor.Errors.slope(errors.distance(), errors.second())).isCloseTo(3, within(0.02));
  }
}
