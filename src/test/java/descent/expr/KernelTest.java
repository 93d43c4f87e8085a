package descent.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import descent.expr.Program.Assignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelTest {
  private static final int N = 37;

  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  private static Assignment let(String target, String value) {
    return new Assignment(target, Expr.parse(value));
  }

  /** A few random expressions, then their derivatives, assigned in order, some to locals. */
  private static Program program(long seed) {
    Random random = new Random(seed);
    RandomExpressions expressions = new RandomExpressions(seed);
    List<String> targets = List.of("x", "y", "v", "local");
    List<Assignment> assignments = new ArrayList<>(List.of(let("local", "x*x + s")));
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      Expr e = expressions.next();
      Expr value = random.nextBoolean() ? e : e.derivative("x");
      if (random.nextBoolean()) {
        value = new Expr.Binary(Operator.ADD, value, Expr.parse("v*(1 - s^3) - local"));
      }
      assignments.add(new Assignment(targets.get(random.nextInt(targets.size())), value));
    }
    assignments.add(let("v", "v + local"));
    return new Program(List.of("x", "y", "v"), List.of("z", "s"), assignments);
  }

  private static double[][] start(long seed) {
    Random random = new Random(seed);
    double[][] arrays = new double[3][N];
    for (double[] array : arrays) {
      Arrays.setAll(array, i -> (float) (4 * random.nextDouble() - 2));
    }
    return arrays;
  }

  private static double[] walk(Program program, double[][] arrays, double[] scalars, int i) {
    Map<String, Double> now = new HashMap<>(Map.of("z", scalars[0], "s", scalars[1]));
    for (int a = 0; a < arrays.length; a++) {
      now.put(program.arrays().get(a), arrays[a][i]);
    }
    program.assignments().forEach(a -> now.put(a.target(), a.value().value(now)));
    return program.arrays().stream().mapToDouble(now::get).toArray();
  }

  /** The largest magnitude that the walk meets at any index, NaN if it is not finite. */
  private static double scale(Program program, double[][] arrays, double[] scalars, int i) {
    Map<String, Double> now = new HashMap<>(Map.of("z", scalars[0], "s", scalars[1]));
    for (int a = 0; a < arrays.length; a++) {
      now.put(program.arrays().get(a), arrays[a][i]);
    }
    double scale = 1;
    for (Assignment a : program.assignments()) {
      scale = Math.max(scale, RandomExpressions.scale(a.value(), now));
      now.put(a.target(), a.value().value(now));
    }
    return scale;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doubleLoopsAgreeWithTheTreeWalk(long seed) {
    Program program = program(seed);
    double[][] before = start(seed);
    double[] scalars = {0.7, 0.3};
    Kernel<double[][]> kernel = program.doubles();
    assertThat(kernel.isCompiled()).isTrue();
    double[][] after = kernel.withTemporaries(copy(before));
    kernel.run(after, scalars, 3, N - 2);
    for (int i = 0; i < N; i++) {
      boolean inside = i >= 3 && i < N - 2;
      double[] expected = inside ? walk(program, before, scalars, i) : column(before, i);
      double scale = scale(program, before, scalars, i);
      if (scale < 1e6 || !inside) {
        for (int a = 0; a < 3; a++) {
          assertThat(after[a][i])
              .as("seed %d, index %d, %s: %s", seed, i, program.arrays().get(a), program)
              .isCloseTo(expected[a], within(inside ? 1e-7 * scale : 0));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void loopsGiveTheBitsOfTheBlockInterpreter(long seed) {
    Program program = program(seed);
    double[] scalars = {0.7, 0.3};
    Kernel<double[][]> doubles = program.doubles();
    Kernel<float[][]> floats = program.floats();
    double[][] d = doubles.withTemporaries(copy(start(seed)));
    double[][] dInterpreted = copy(start(seed));
    float[][] f = floats.withTemporaries(floats(start(seed)));
    float[][] fInterpreted = floats(start(seed));
    doubles.run(d, scalars, 0, N);
    floats.run(f, scalars, 0, N);
    Kernel.interpreted(program, double[][].class).run(dInterpreted, scalars, 0, N);
    Kernel.interpreted(program, float[][].class).run(fInterpreted, scalars, 0, N);
    for (int a = 0; a < 3; a++) {
      assertThat(d[a]).as("seed %d: %s", seed, program).isEqualTo(dInterpreted[a]);
      assertThat(f[a]).as("seed %d: %s", seed, program).isEqualTo(fInterpreted[a]);
    }
  }

  private static double[] column(double[][] arrays, int i) {
    return Arrays.stream(arrays).mapToDouble(a -> a[i]).toArray();
  }

  private static double[][] copy(double[][] arrays) {
    return Arrays.stream(arrays).map(double[]::clone).toArray(double[][]::new);
  }

  private static float[][] floats(double[][] arrays) {
    float[][] floats = new float[arrays.length][arrays[0].length];
    for (int a = 0; a < arrays.length; a++) {
      for (int i = 0; i < floats[a].length; i++) {
        floats[a][i] = (float) arrays[a][i];
      }
    }
    return floats;
  }

  @Test
  void aLocalKeepsTheValueThatAnArrayHadBefore() {
    Program program =
        new Program(
            List.of("x", "v"),
            List.of("eta"),
            List.of(let("old", "v"), let("v", "2*v + x"), let("x", "x - eta*(v - old)")));
    float[][] arrays = {{1, 2}, {10, 20}};
    program.floats().run(arrays, new double[] {0.5}, 0, 2);
    assertThat(arrays[1]).containsExactly(21, 42);
    assertThat(arrays[0]).containsExactly(-4.5f, -9f);
  }

  @Test
  void rulesForTwoCoordinatesJoinIntoOneProgram() {
    Program rule =
        new Program(
            List.of("x", "g", "m"),
            List.of("beta"),
            List.of(let("m", "beta*m + g"), let("step", "m/(1 - beta)"), let("x", "x - step")));
    Program both = rule.then(rule.renamed(n -> n.equals("beta") ? n : n + "_2"));
    assertThat(both.arrays()).containsExactly("x", "g", "m", "x_2", "g_2", "m_2");
    assertThat(both.scalars()).containsExactly("beta");
    double[][] arrays = {{1}, {2}, {3}, {10}, {20}, {30}};
    both.doubles().run(arrays, new double[] {0.5}, 0, 1);
    assertThat(column(arrays, 0)).containsExactly(-6, 2, 3.5, -60, 20, 35);
  }

  @Test
  void largeProgramsAreSplitAndCallsGetLoopsOfTheirOwn() {
    Expr f = Expr.parse("exp(sin(x*y))*cos(x) + x^7*y^5 + (x - y)^9/(1 + x^2*y^4)^3");
    Program program =
        new Program(
            List.of("x", "y", "gx", "gy"),
            List.of(),
            List.of(
                new Assignment("gx", f.derivative("x")), new Assignment("gy", f.derivative("y"))));
    List<Loop> loops = Fission.of(program, Precision.DOUBLE);
    assertThat(loops).hasSizeGreaterThan(4);
    for (Loop loop : loops) {
      assertThat(loop.cost()).isLessThanOrEqualTo(Fission.BUDGET);
      if (loop.stores().values().stream().anyMatch(Loop::isScalar)) {
        assertThat(loop.stores()).hasSize(1);
      }
    }
    Kernel<double[][]> kernel = program.doubles();
    double[][] arrays = kernel.withTemporaries(new double[][] {{0.3}, {-0.8}, {0}, {0}});
    kernel.run(arrays, new double[0], 0, 1);
    Map<String, Double> at = Map.of("x", 0.3, "y", -0.8);
    assertThat(arrays[2][0]).isCloseTo(f.derivative("x").value(at), within(1e-13));
    assertThat(arrays[3][0]).isCloseTo(f.derivative("y").value(at), within(1e-13));
  }

  @Test
  void floatSignsAreExactDownToTheSmallestNumber() {
    Program program = new Program(List.of("x"), List.of(), List.of(let("x", "sign(x)")));
    float[][] x = {{-0f, 0f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE, -3, Float.NaN}};
    program.floats().run(x, new double[0], 0, 7);
    assertThat(x[0]).containsExactly(-0f, 0, 1, -1, 1, -1, Float.NaN);
  }

  @Test
  void wrongNamesAndCountsAreNamed() {
    assertThatThrownBy(() -> new Program(List.of("x"), List.of(), List.of(let("x", "x + q"))))
        .hasMessage("'q' is used for 'x' but has no value; known: [x]");
    assertThatThrownBy(() -> new Program(List.of("x"), List.of("s"), List.of(let("s", "x"))))
        .hasMessage("'s' is a scalar and cannot be assigned");
    Program program = new Program(List.of("x"), List.of("s"), List.of(let("x", "x + s")));
    assertThatThrownBy(() -> program.floats().run(new float[2][3], new double[1], 0, 3))
        .hasMessage("2 arrays and 1 scalars; expected 1 ([x] and temporary ones) and 1 ([s])");
  }
}
