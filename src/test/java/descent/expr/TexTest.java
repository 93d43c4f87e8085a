package descent.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TexTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x^2*y + x*y^3      ; x^{2} y + x y^{3}",
        "2*x - -3*y         ; 2 x - (-3 y)",
        "2*3*x              ; 2 \\cdot 3 x",
        "1/2*x              ; \\frac{1}{2} x",
        "2*(1/2)            ; 2 \\cdot \\frac{1}{2}",
        "-x/2               ; -\\frac{x}{2}",
        "x - (-x/2)         ; x - \\left(-\\frac{x}{2}\\right)",
        "(x+1)/(x-1)        ; \\frac{x + 1}{x - 1}",
        "(x+1)^2            ; (x + 1)^{2}",
        "(x/2)^2            ; \\left(\\frac{x}{2}\\right)^{2}",
        "-(x+y)             ; -(x + y)",
        "sin(x)^2           ; \\sin^{2}(x)",
        "sin(x)^-1          ; (\\sin(x))^{-1}",
        "exp(-x/2)          ; e^{-\\frac{x}{2}}",
        "sqrt(abs(x))       ; \\sqrt{\\left|x\\right|}",
        "1.5e-9*x           ; 1.5 \\times 10^{-9} x",
        "(1e-9)^2           ; (10^{-9})^{2}",
        "theta_1 + m_hat    ; \\theta_{1} + \\hat{m}",
        "beta1*x12          ; \\beta_{1} x_{12}",
        "learning_rate*g    ; \\mathrm{learning\\_rate} \\, g",
        "log(2*pi*e)        ; \\log(2 \\pi e)",
        "max(x, 0)          ; \\max(x, 0)",
      })
  void formulasAreWrittenAsByAMathematician(String text, String tex) {
    assertThat(Expr.parse(text).tex()).isEqualTo(tex);
  }

  @Test
  void aChoiceIsWrittenAsCases() {
    assertThat(Expr.parse("2*select(x - 1, x, x^2)").tex())
        .isEqualTo(
            "2 \\left(\\begin{cases} x & \\text{if } x - 1 > 0 \\\\ x^{2} & \\text{otherwise}"
                + " \\end{cases}\\right)");
  }

  @Test
  void aNameTakesTheSymbolItIsGiven() {
    assertThat(Expr.parse("b1*m").tex(Map.of("b1", "\\beta_1"))).isEqualTo("\\beta_1 m");
  }
}
