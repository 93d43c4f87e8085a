package descent.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExprTest {
  @Test
  void minusBindsWeakerThanPower() {
    assertThat(Expr.parse("-x^2").value(Map.of("x", 3.0))).isEqualTo(-9);
    assertThat(Expr.parse("2^-x").value(Map.of("x", 1.0))).isEqualTo(0.5);
    assertThat(Expr.parse("2^3^2").value(Map.of())).isEqualTo(512);
  }

  @Test
  void theTapeAgreesWithTheTree() {
    Expr f = Expr.parse("x^2 + 10*sin(x)");
    Tape tape =
        Tape.of(List.of("x"), List.of(f, f.derivative("x"), f.derivative("x").derivative("x")));
    double[] out = new double[3];
    tape.evaluate(new double[] {6}, out);
    assertThat(out[0]).isCloseTo(33.205845018011, within(1e-12));
    assertThat(out[1]).isCloseTo(21.601702866504, within(1e-12));
    assertThat(out[2]).isCloseTo(4.794154981989, within(1e-12));
  }
}
