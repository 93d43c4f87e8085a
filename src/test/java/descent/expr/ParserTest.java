package descent.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\"             | 1 | The expression is empty; expected a number, a name or an opening"
            + " bracket.",
        "x +              | 4 | The expression ends after character 3; expected a number, a name or"
            + " an opening bracket.",
        "x + * y          | 5 | '*' at character 5; expected a number, a name or an opening"
            + " bracket.",
        "2x               | 2 | 'x' at character 2; expected an operator (+ - * / ^); for a product"
            + " write *.",
        "(1 - x)*(y - x^2 | 9 | A bracket opened at character 9 is not closed.",
        "(1 - x))         | 8 | A bracket closed at character 8 was never opened.",
        "(1 - x, y)       | 7 | ',' at character 7; expected an operator or the bracket that closes"
            + " character 1.",
        "sin x            | 1 | sin at character 1 has no argument; expected sin(…).",
        "max(x)           | 1 | max has 1 argument; expected 2.",
        "1.2.3            | 4 | '.' at character 4; expected an operator (+ - * / ^).",
        "1e999            | 1 | '1e999' at character 1 is no finite number; expected one like 0.5"
            + " or 1e-3.",
        "x = 2            | 3 | '=' at character 3; expected an operator (+ - * / ^).",
        "\uD835\uDC65 + 1 | 1 | '\uD835\uDC65' at character 1; expected a number, a name or an"
            + " opening bracket.",
        "√x               | 1 | '√' at character 1; expected a number, a name or an opening"
            + " bracket.",
      })
  void errorsSayWhereAndWhatWouldBeRight(String text, int column, String message) {
    assertThatThrownBy(() -> Expr.parse(text))
        .isInstanceOfSatisfying(
            ExpressionException.class, e -> assertThat(e.column()).isEqualTo(column))
        .hasMessage(message);
  }

  @Test
  void anUnknownFunctionIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Expr.parse("2 + sine(x)"))
        .hasMessageStartingWith("'sine' is no function; expected one of sin, cos,");
  }

  @Test
  void theLimitsAreNamed() {
    assertThatThrownBy(() -> Expr.parse("x".repeat(1_000_000)))
        .hasMessage("The expression has 1,000,000 characters; expected at most 500.");
    assertThatThrownBy(() -> Expr.parse("(".repeat(60)))
        .hasMessage("More than 50 levels of brackets, signs and powers; expected fewer.");
    assertThatThrownBy(() -> Expr.parse("-".repeat(60) + "x")).hasMessageContaining("50 levels");
    assertThatThrownBy(() -> Expr.parse("x^".repeat(60) + "x")).hasMessageContaining("50 levels");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x − 2·y × 3", "x\u00a0- 2*y*3", "x -\n2*y*3"})
  void typographicSignsAndSpacesAreRead(String text) {
    assertThat(Expr.parse(text)).isEqualTo(Expr.parse("x - 2*y*3"));
  }

  @Test
  void aMinusBeforeAPowerBelongsToTheWholePower() {
    assertThat(Expr.parse("-x^2")).isEqualTo(Expr.parse("-(x^2)"));
    assertThat(Expr.parse("2^-x^2")).isEqualTo(Expr.parse("2^(-(x^2))"));
    assertThat(Expr.parse("2^3^2")).isEqualTo(Expr.parse("2^(3^2)"));
    assertThat(Expr.parse("-x*y")).isEqualTo(Expr.parse("(-x)*y"));
    assertThat(Expr.parse("2e-1x".substring(0, 4))).isEqualTo(Expr.parse("0.2"));
  }

  private static final String[] TOKENS =
      ("x y z theta_1 pi e 1 2 0.5 1e9 1e . + - * / ^ ( ) , sin( cos( exp( log( max( min( select("
              + " abs _ \u0000 \u00e9 \uD835\uDC65 \uD835 ∑ − · 1e999 [ ] { } ; \\ \" ' <script> ** //"
              + " \t")
          .split(" ");

  @Test
  void tenThousandRandomTextsAreReadOrRefusedWithAColumn() {
    for (int seed = 0; seed < 10_000; seed++) {
      Random random = new Random(seed);
      int length = random.nextInt(random.nextInt(20) == 0 ? 2_000 : 30);
      String text =
          seed % 2 == 0
              ? Stream.generate(() -> TOKENS[random.nextInt(TOKENS.length)])
                  .limit(length)
                  .collect(Collectors.joining(random.nextBoolean() ? "" : " "))
              : random
                  .ints(length, 0, random.nextBoolean() ? 128 : 0x10FFFF)
                  .mapToObj(Character::toString)
                  .collect(Collectors.joining());
      assertReadOrRefused("seed " + seed, text);
    }
  }

  @Test
  void megabytesOfBracketsSignsAndPowersAreRefused() {
    for (String piece : Set.of("(", ")", "-", "x^", "sin(", "((x)", "1,", "\uD835\uDC65")) {
      assertReadOrRefused(piece, piece.repeat(1_000_000 / piece.length()));
    }
  }

  private static void assertReadOrRefused(String says, String text) {
    try {
      Expr read = Expr.parse(text);
      assertThat(Expr.parse(read.toString())).as(says).isEqualTo(read);
      read.names().forEach(read::derivative);
    } catch (ExpressionException e) {
      assertThat(e.column()).as(says).isBetween(1, text.length() + 1);
      assertThat(e.getMessage())
          .as("%s: %s", says, text)
          .containsPattern("expected|is not closed|was never opened");
    }
  }
}
