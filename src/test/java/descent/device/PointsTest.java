package descent.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descent.device.Points.Phase;
import descent.expr.Expr;
import descent.expr.Precision;
import descent.expr.Program;
import descent.expr.Program.Assignment;
import java.util.Arrays;
import java.util.List;

class PointsTest {
  private static Program program() {
    return new Program(
        List.of("x", "v"),
        List.of("eta", "beta"),
        List.of(
            new Assignment("g", Expr.parse("sin(x) + x^5 - max(x, 0.25)/(1 + eta)")),
            new Assignment("v", Expr.parse("beta*v + (1 - beta)*g")),
            new Assignment("x", Expr.parse("x - eta*v"))));
  }

  @OnEachCard
  void aProgramGivesTheNumbersOfTheCompiledLoop(Card card) {
    int n = 1000;
    double[] start = new double[n];
    Arrays.setAll(start, i -> (float) (i / 500.0 - 1));
    double[] scalars = {0.01, 0.9};
    double[][] expected = {start.clone(), new double[n]};
    for (int step = 0; step < 50; step++) {
      program().doubles().run(program().doubles().withTemporaries(expected), scalars, 0, n);
    }
    for (Precision precision : Precision.values()) {
      if (precision == Precision.DOUBLE && !card.device().hasDouble()) {
        continue;
      }
      double[] x = new double[n];
      List<Phase> phases = List.of(new Phase(program(), 1, new double[][] {scalars}));
      try (Points points = new Points(card, precision, phases, n, 50)) {
        points.write("x", start);
        points.fill("v", 0);
        points.run(() -> false);
        points.read("x", x);
      }
      double tolerance = precision == Precision.SINGLE ? 1e-5 : 1e-13;
      for (int i = 0; i < n; i++) {
        assertThat(Math.abs(x[i] - expected[0][i]))
            .as("%s point %d", precision, i)
            .isLessThan(tolerance * Math.max(1, Math.abs(expected[0][i])));
      }
    }
  }

  @OnEachCard
  void nothingStaysInTheMemoryOfTheCard(Card card) {
    long before = card.held();
    List<Phase> phases = List.of(new Phase(program(), 1, new double[][] {{0.1, 0.9}}));
    try (Points points = new Points(card, Precision.SINGLE, phases, 100, 10)) {
      points.fill("x", 1);
      assertThat(card.held()).isEqualTo(before + 4 * (100 + 100 + 10 * 4));
    }
    assertThat(card.held()).isEqualTo(before);
  }

  @OnEachCard
  void whatIsTooLargeIsRefusedBeforeItIsAllocated(Card card) {
    long before = card.held();
    long count = card.bound() / Float.BYTES + 1;
    assertThatThrownBy(() -> card.turn(() -> card.allocate(Precision.SINGLE, count)))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("has no room");
    assertThat(card.held()).isEqualTo(before);
    card.checkAlive();
  }

  @OnEachCard
  void theCompilersComplaintIsTold(Card card) {
    assertThatThrownBy(() -> card.turn(() -> card.code("kernel void broken() { nonsense }")))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("refuses the program")
        .hasMessageContaining("nonsense");
    card.checkAlive();
  }
}
