package descent.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import descent.objective.Box;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void ticksAreMultiplesOfOneTwoOrFive() {
    assertThat(Scale.linear(0, 120, 0, 1).ticks(6))
        .containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0, 120.0);
    assertThat(Scale.linear(-2.2, 2.2, 0, 1).ticks(7)).containsExactly(-2.0, -1.0, 0.0, 1.0, 2.0);
    assertThat(Scale.step(0.9, 3)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void logarithmicTicksAreDecadesAndThinOutWhenThereAreMany() {
    assertThat(Scale.logarithmic(1e-4, 100, 0, 1).ticks(9))
        .usingComparatorForType((a, b) -> Math.abs(a / b - 1) < 1e-9 ? 0 : 1, Double.class)
        .containsExactly(1e-4, 1e-3, 1e-2, 0.1, 1.0, 10.0, 100.0);
    assertThat(Scale.logarithmic(1e-12, 1e12, 0, 1).ticks(5)).hasSizeBetween(4, 6);
  }

  @Test
  void logarithmicTicksBelowTwoDecadesHaveTwoAndFiveBetweenThem() {
    assertThat(Scale.logarithmic(1, 10, 0, 1).ticks(9)).containsExactly(1.0, 2.0, 5.0, 10.0);
    assertThat(Scale.logarithmic(0.3, 20, 0, 1).ticks(9))
        .containsExactly(0.5, 1.0, 2.0, 5.0, 10.0, 20.0);
    assertThat(Scale.logarithmic(1, 100, 0, 1).ticks(9)).containsExactly(1.0, 10.0, 100.0);
    assertThat(Numbers.logarithmicTick(0.05)).isEqualTo("0.05");
    assertThat(Numbers.marginTick(0.002)).isEqualTo("0.002");
    assertThat(Numbers.marginTick(1e-4)).isEqualTo("10⁻⁴");
    assertThat(Numbers.marginTick(2e-4)).isEmpty();
  }

  @Test
  void anAxisAroundValuesWithinTwoDecadesEndsAtOneTwoOrFive() {
    assertThat(Scale.around(2.26, 6.6, 18, 0, 1).ticks(9)).containsExactly(2.0, 5.0, 10.0);
    assertThat(Scale.around(0.3, 9, 18, 0, 1).ticks(9))
        .containsExactly(0.2, 0.5, 1.0, 2.0, 5.0, 10.0);
    assertThat(Scale.around(0.3, 20, 18, 0, 1).ticks(9)).containsExactly(0.1, 1.0, 10.0, 100.0);
    assertThat(Scale.around(0.7, 130, 18, 0, 1).ticks(9))
        .containsExactly(0.1, 1.0, 10.0, 100.0, 1000.0);
    assertThat(Scale.around(1e-30, 1, 18, 0, 1).low()).isCloseTo(1e-17, within(1e-20));
    for (double same : new double[] {1, 2, 3, 5e-7}) {
      Scale scale = Scale.around(same, same, 18, 0, 1);
      assertThat(same).isBetween(scale.low() * (1 - 1e-9), scale.high() * (1 + 1e-9));
      assertThat(scale.ticks(9)).as("%s", scale).hasSizeGreaterThan(1);
    }
  }

  @Test
  void everyRandomRangeHasAFewTicksInsideIt() {
    long seed = 7;
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      double low = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6);
      double high = low + Math.abs(low) * random.nextDouble() + 1e-9;
      List<Double> ticks = Scale.linear(low, high, 0, 1).ticks(6);
      assertThat(ticks).as("seed %d: %s to %s", seed, low, high).hasSizeBetween(2, 7);
      double slack = (high - low) * 1e-6;
      assertThat(ticks).allSatisfy(t -> assertThat(t).isBetween(low - slack, high + slack));
    }
  }

  @Test
  void aRangeThatDoublesCannotTellApartHasNoTicksAndAnEndlessOneIsNoScale() {
    double next = Math.nextUp(1e300);
    assertThat(Scale.linear(1e300, next, 0, 1).ticks(6)).hasSizeLessThan(10);
    assertThat(Scale.linear(0, Double.MIN_VALUE, 0, 1).ticks(6)).hasSizeLessThan(10);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scale.logarithmic(1, Double.POSITIVE_INFINITY, 0, 1))
        .withMessageContaining("finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scale.linear(-Double.MAX_VALUE, Double.MAX_VALUE, 0, 1));
  }

  @Test
  void valueUndoesAt() {
    Scale scale = Scale.logarithmic(1e-3, 1e4, 300, 20);
    assertThat(scale.value(scale.at(0.27))).isCloseTo(0.27, within(1e-12));
  }

  @Test
  void aViewHasOneScaleOnBothAxesAndShowsAllThatWasAskedFor() {
    View view = View.of(new Box(-10, 10, -2, 2), 716, 464);
    double perX = (view.box().x1() - view.box().x0()) / 716;
    double perY = (view.box().y1() - view.box().y0()) / 464;
    assertThat(perX).isCloseTo(perY, within(1e-12));
    assertThat(view.box().y0()).isLessThanOrEqualTo(-2);
    assertThat(view.box().x1()).isCloseTo(10, within(1e-12));
  }

  @Test
  void numbersAreWrittenAsTheLookSays() {
    assertThat(Numbers.reading(0.27)).isEqualTo("0.270");
    assertThat(Numbers.reading(5.06e-4)).isEqualTo("5.06 × 10⁻⁴");
    assertThat(Numbers.reading(1240)).isEqualTo("1,240");
    assertThat(Numbers.reading(-1.2699)).isEqualTo("−1.27");
    assertThat(Numbers.reading(12345)).isEqualTo("1.23 × 10⁴");
    assertThat(Numbers.reading(9999.9)).isEqualTo("1.00 × 10⁴");
    assertThat(Numbers.reading(Double.NaN)).isEqualTo("undefined");
    assertThat(Numbers.field(0.004)).isEqualTo("0.004");
    assertThat(Numbers.field(1e-7)).isEqualTo("1e-7");
    assertThat(Numbers.field(2)).isEqualTo("2");
    assertThat(Numbers.decade(1e-4)).isEqualTo("10⁻⁴");
    assertThat(Numbers.tick(-0.5, 0.5)).isEqualTo("−0.5");
    assertThat(Numbers.tick(1e-17, 0.5)).isEqualTo("0");
  }

  @Test
  void tintsAreMixedInOkLab() {
    assertThat(Palette.LIGHT.tint(0)).isEqualTo("#ffffff");
    assertThat(Palette.LIGHT.tint(0.5)).isEqualTo("#e6eff1");
    assertThat(Palette.LIGHT.tint(1)).isEqualTo("#bfd3e0");
    assertThat(OkLab.lab(OkLab.mix("#000000", "#ffffff", 0.5))[0]).isCloseTo(0.5, within(0.004));
  }

  @Test
  void copiesOfAnOptimizerTakeFreeTraces() {
    List<Trace> traces = Trace.of(List.of("momentum", "momentum", "gd", "rmsprop"));
    assertThat(traces.get(0)).isEqualTo(Trace.MOMENTUM);
    assertThat(traces.get(2)).isEqualTo(Trace.GD);
    assertThat(traces).doesNotHaveDuplicates();
  }

  @Test
  void aScaleSurroundsValuesOfAnySize() {
    for (double value : new double[] {0, 5e-324, 1e-310, 0.1, 1, 9.223372036854776e18, 1e300}) {
      for (double sign : new double[] {-1, 1}) {
        Scale even = Scale.even(sign * value, sign * value, 0, 1);
        assertThat(sign * value).isBetween(even.low(), even.high());
      }
    }
    for (double value : new double[] {5e-324, 1e-310, 1e-300, 1, 1e300}) {
      Scale scale = Scale.around(value, value, 18, 0, 1);
      assertThat(scale.low()).isPositive().isLessThan(scale.high());
    }
  }
}
