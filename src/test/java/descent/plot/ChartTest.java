package descent.plot;

import static org.assertj.core.api.Assertions.assertThat;

import descent.objective.Box;
import org.junit.jupiter.api.Test;

class ChartTest {
  @Test
  void stepsThatCannotBeToldApartHaveNoDots() {
    double[] xs = {0, 10, 18, 27, 27.5};
    Chart chart = Chart.of(new Size(100, 100), new Box(0, 100, 0, 100));
    String drawn = chart.steps(xs, new double[5], Trace.ADAM, 2).panel("", "").svg();
    assertThat(drawn.split("<circle", -1)).hasSize(1 + 2);
  }
}
