package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Negation;
import descent.expr.Expr.Symbol;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A seeded stream of expressions over x, y, z and of points to evaluate them at. */
final class RandomExpressions {
  static final List<String> NAMES = List.of("x", "y", "z");
  private static final double[] NUMBERS = {0, 1, 2, 3, 4, 0.5, 0.1, 1e-3, 7.25, Math.PI, Math.E};
  private final Random random;

  RandomExpressions(long seed) {
    random = new Random(seed);
  }

  Expr next() {
    return next(1 + random.nextInt(5));
  }

  private Expr next(int depth) {
    if (depth == 0) {
      return random.nextInt(5) < 3
          ? new Symbol(NAMES.get(random.nextInt(NAMES.size())))
          : new Constant(NUMBERS[random.nextInt(NUMBERS.length)]);
    }
    return switch (random.nextInt(9)) {
      case 0 -> new Negation(next(depth - 1));
      case 1, 2 -> call(depth - 1);
      case 3 -> new Binary(Operator.POWER, next(depth - 1), new Constant(1 + random.nextInt(4)));
      default -> {
        Operator[] operators = Operator.values();
        Operator operator = operators[random.nextInt(operators.length)];
        yield new Binary(operator, next(depth - 1), next(random.nextInt(depth)));
      }
    };
  }

  private Expr call(int depth) {
    Function function = Function.values()[random.nextInt(Function.values().length)];
    return new Call(function, Stream.generate(() -> next(depth)).limit(function.arity()).toList());
  }

  Map<String, Double> point() {
    return NAMES.stream().collect(Collectors.toMap(n -> n, n -> 4 * random.nextDouble() - 2));
  }

  /** The largest magnitude among all parts of {@code e}: rounding errors are in proportion. */
  static double scale(Expr e, Map<String, Double> at) {
    double inner =
        Sharing.arguments(e).stream().mapToDouble(a -> scale(a, at)).reduce(1, Math::max);
    return Math.max(inner, Math.abs(e.value(at)));
  }

  static Map<String, Double> moved(Map<String, Double> at, String name, double by) {
    Map<String, Double> moved = new HashMap<>(at);
    moved.merge(name, by, Double::sum);
    return moved;
  }

  static double[] array(Map<String, Double> at) {
    return NAMES.stream().mapToDouble(at::get).toArray();
  }

  static String says(long seed, Expr e, Object at) {
    return "seed %d: %s at %s"
        .formatted(seed, e, at instanceof double[] a ? Arrays.toString(a) : at);
  }
}
