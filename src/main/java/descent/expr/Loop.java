package descent.expr;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One pass over an index range: at each index all values are computed, then stored.
 *
 * @param stores what each array receives, in terms of the values before the pass
 * @param varying the names with a value for each index
 */
record Loop(Map<String, Expr> stores, Set<String> varying) {
  private static final int EXTREME = 8;
  private static final int NOT_PLAIN = 4;
  private static final int FEW_ARRAYS = 4;

  /** The assignments run in order, as one pass that stores only the targets in {@code kept}. */
  static Loop of(List<Program.Assignment> assignments, Set<String> kept, Set<String> varying) {
    Map<String, Expr> now = new LinkedHashMap<>();
    for (Program.Assignment assignment : assignments) {
      now.put(assignment.target(), assignment.value().substitute(now));
    }
    now.keySet().retainAll(kept);
    return new Loop(now, varying);
  }

  /** The parts of all values, arguments first, equal ones once. */
  Sharing parts() {
    Sharing sharing = new Sharing();
    stores.values().forEach(sharing::number);
    return sharing;
  }

  /** For each part whether it has one value for all indices. */
  boolean[] invariant(Sharing parts) {
    boolean[] invariant = new boolean[parts.size()];
    for (int i = 0; i < invariant.length; i++) {
      invariant[i] =
          !(parts.part(i) instanceof Expr.Symbol symbol && varying.contains(symbol.name()));
      for (Expr argument : Sharing.arguments(parts.part(i))) {
        invariant[i] &= invariant[parts.number(argument)];
      }
    }
    return invariant;
  }

  /**
   * Arithmetic operations plus twice the array loads and stores, and eight times minima and maxima,
   * each of which is a handful of machine instructions: lion stopped at four, measured on 17.
   *
   * <p>Four more if there is another operation than + − × or a fifth array: only without them are
   * loops up to {@link Fission#BUDGET} vectorized, measured on 17 and 25 over the named problems.
   */
  int cost() {
    Sharing parts = parts();
    boolean[] invariant = invariant(parts);
    Set<String> arrays = new HashSet<>(stores.keySet());
    boolean plain = true;
    int cost = 2 * stores.size();
    for (int i = 0; i < invariant.length; i++) {
      if (!invariant[i]) {
        Expr part = parts.part(i);
        cost += cost(part);
        plain &= isPlain(part);
        arrays.addAll(part instanceof Expr.Symbol symbol ? Set.of(symbol.name()) : Set.of());
      }
    }
    return plain && arrays.size() <= FEW_ARRAYS ? cost : cost + NOT_PLAIN;
  }

  private static boolean isPlain(Expr part) {
    return part instanceof Expr.Binary binary
        ? binary.operator() != Operator.DIVIDE && binary.operator() != Operator.POWER
        : !(part instanceof Expr.Call);
  }

  /** Whether the virtual machine has a vector instruction for each part that varies. */
  boolean isVector() {
    Sharing parts = parts();
    boolean[] invariant = invariant(parts);
    return IntStream.range(0, parts.size())
        .noneMatch(i -> !invariant[i] && isScalar(parts.part(i)));
  }

  private static int cost(Expr part) {
    if (part instanceof Expr.Call call) {
      return call.function() == Function.MIN || call.function() == Function.MAX ? EXTREME : 1;
    }
    return part instanceof Expr.Symbol ? 2 : 1;
  }

  /** Whether the virtual machine has no vector instruction for this part. */
  static boolean isScalar(Expr e) {
    if (e instanceof Expr.Binary binary) {
      return binary.operator() == Operator.POWER;
    }
    if (!(e instanceof Expr.Call call)) {
      return false;
    }
    return switch (call.function()) {
      case SQRT, ABS, MAX, MIN -> false;
      default -> true;
    };
  }
}
