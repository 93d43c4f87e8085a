package descent.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TapeTest {
  private static final Expr F = Expr.parse("x^2 + 10*sin(x)");
  private static final Expr SLOPE = F.derivative("x");

  @Test
  void singlePrecisionRoundsEveryResultAsTheTalkPrintedThem() {
    Expr first = Expr.parse("f + g*d").substitute(Map.of("f", F, "g", SLOPE));
    Expr second =
        new Expr.Binary(
            Operator.ADD,
            first,
            Expr.parse("1/2*h*d^2").substitute(Map.of("h", SLOPE.derivative("x"))));
    Tape tape = Tape.of(List.of("x", "d"), List.of(first, second), Precision.SINGLE);
    double[] near = new double[2];
    tape.evaluate(new double[] {6, 6.01 - 6}, near);
    assertThat(near).containsExactly(33.421864f, 33.422104f);
    double[] far = new double[2];
    tape.evaluate(new double[] {6, 6.5 - 6}, far);
    assertThat(far).containsExactly(44.0067f, 44.60597f);
  }

  @Test
  void aNameThatIsNoInputIsRefused() {
    assertThatThrownBy(() -> Tape.of(List.of("y"), List.of(F)))
        .hasMessage("'x' is no input; inputs: [y]");
  }

  @Test
  void afterManyRunsTheSameBitsComeFromMachineCode() {
    Tape tape = Tape.of(List.of("x"), List.of(F, SLOPE));
    Warming warming = new Warming(tape);
    double[] bits = new double[2];
    double[] same = new double[2];
    for (int run = 0; run < 2 * Warming.OFTEN; run++) {
      double[] x = {run * 1e-4 - 20};
      tape.evaluate(x, bits);
      warming.evaluate(x, same);
      assertThat(same[0] == bits[0] && same[1] == bits[1]).as("at %s", x[0]).isTrue();
    }
    assertThat(warming.isWarm()).isTrue();
  }
}
