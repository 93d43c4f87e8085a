package descent.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Expressions at the parser's limits: what would explode as a tree stays small by sharing. */
class DeepExpressionTest {
  static Stream<String> atTheLimits() {
    return Stream.of(
        chain(240, "+", "x"),
        chain(240, "*", "x"),
        chain(160, "-", "x*y").substring(0, 499),
        chain(120, "*", "x"),
        chain(100, "*", "sin(x)").substring(0, 482),
        chain(100, "/", "x*y").substring(0, 399),
        chain(83, "*", "(x+y)"),
        chain(120, "*", "x%d"),
        "x^".repeat(48) + "x",
        "(1+".repeat(48) + "x" + ")^x".repeat(48),
        "sin(".repeat(49) + "x" + ")".repeat(49),
        "max(x,".repeat(48) + "y" + ")".repeat(48));
  }

  private static String chain(int count, String operator, String term) {
    return IntStream.range(0, count)
        .mapToObj(i -> term.contains("%d") ? term.formatted(i % 7) : term)
        .collect(Collectors.joining(operator));
  }

  @ParameterizedTest
  @MethodSource("atTheLimits")
  void derivativesTapesHashesAndTexStaySmall(String text) throws InterruptedException {
    Throwable[] failure = new Throwable[1];
    Thread small =
        new Thread(null, () -> failure[0] = failureOf(() -> exercise(text)), "small", 512 << 10);
    small.start();
    small.join();
    assertThat(failure[0]).isNull();
  }

  private static Throwable failureOf(Runnable work) {
    try {
      work.run();
      return null;
    } catch (Throwable t) {
      return t;
    }
  }

  private static void exercise(String text) {
    Expr f = Expr.parse(text);
    List<String> names = List.copyOf(f.names());
    String name = names.get(0);
    Expr first = f.derivative(name);
    Expr second = first.derivative(name);
    for (Expr e : List.of(f, first, second)) {
      assertThat(e.hashCode()).isEqualTo(e.hashCode());
      assertThat(e.tex().length() + e.toString().length()).isLessThan(1_000_000);
      Map<String, Double> at = names.stream().collect(Collectors.toMap(n -> n, n -> 0.9));
      double[] out = new double[1];
      Tape.of(names, List.of(e)).evaluate(names.stream().mapToDouble(at::get).toArray(), out);
      assertThat(out[0]).isEqualTo(e.value(at));
      assertThat(e.substitute(Map.of(name, Expr.parse("1"))).names()).doesNotContain(name);
    }
    assertThat(f.derivative(name)).isEqualTo(first);
  }

  @Test
  void aDerivativeThatGrowsTooLargeSaysSo() {
    Expr f = Expr.parse("sin(".repeat(40) + "x*y" + ")".repeat(40));
    assertThatThrownBy(
            () -> {
              Expr d = f;
              for (int order = 0; order < 40; order++) {
                d = d.derivative(order % 2 == 0 ? "x" : "y");
              }
            })
        .isInstanceOf(ExpressionException.class)
        .hasMessage(
            "The formula grows to more than 20,000 different parts; use a shorter expression.");
  }
}
