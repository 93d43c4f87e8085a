package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Negation;
import descent.expr.Expr.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hash-consing: of all equal expressions one stands for all, so that within one sharing equality is
 * identity and every different part is visited once.
 *
 * <p>Parts are numbered from 0, arguments before what uses them. Not thread-safe.
 */
final class Sharing {
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final Map<Expr, Integer> seen = new IdentityHashMap<>();
  private final List<Expr> parts = new ArrayList<>();

  private record Key(Object head, List<Integer> arguments) {}

  /** The one expression that stands for all equal to {@code e}. */
  Expr of(Expr e) {
    return parts.get(number(e));
  }

  /** The number of {@code e}: equal for equal expressions. */
  int number(Expr e) {
    Integer known = seen.get(e);
    if (known == null) {
      List<Expr> arguments = arguments(e);
      Key key = new Key(head(e), arguments.stream().map(this::number).toList());
      known = numbers.get(key);
      if (known == null) {
        known = parts.size();
        numbers.put(key, known);
        parts.add(with(e, key.arguments.stream().map(parts::get).toList()));
      }
      seen.put(e, known);
    }
    return known;
  }

  /** The expression with this number. */
  Expr part(int number) {
    return parts.get(number);
  }

  /** How many different parts were seen. */
  int size() {
    return parts.size();
  }

  /** What {@code e} is applied to, left to right. */
  static List<Expr> arguments(Expr e) {
    if (e instanceof Binary binary) {
      return List.of(binary.left(), binary.right());
    }
    if (e instanceof Negation negation) {
      return List.of(negation.of());
    }
    return e instanceof Call call ? call.arguments() : List.of();
  }

  /** {@code e} applied to other arguments. */
  static Expr with(Expr e, List<Expr> arguments) {
    List<Expr> own = arguments(e);
    boolean same = true;
    for (int i = 0; i < own.size(); i++) {
      same &= own.get(i) == arguments.get(i);
    }
    if (same) {
      return e;
    }
    if (e instanceof Binary binary) {
      return new Binary(binary.operator(), arguments.get(0), arguments.get(1));
    }
    return e instanceof Call call
        ? new Call(call.function(), arguments)
        : new Negation(arguments.get(0));
  }

  private static Object head(Expr e) {
    if (e instanceof Constant constant) {
      return constant.value();
    }
    if (e instanceof Symbol symbol) {
      return symbol.name();
    }
    if (e instanceof Binary binary) {
      return binary.operator();
    }
    return e instanceof Call call ? call.function() : Negation.class;
  }

  static boolean equal(Expr a, Object other) {
    if (a == other) {
      return true;
    }
    if (!(other instanceof Expr b) || a.getClass() != b.getClass() || !head(a).equals(head(b))) {
      return false;
    }
    Sharing sharing = new Sharing();
    return sharing.number(a) == sharing.number(b);
  }

  static int hash(Expr e) {
    Sharing sharing = new Sharing();
    sharing.number(e);
    int[] hashes = new int[sharing.size()];
    for (int i = 0; i < hashes.length; i++) {
      Expr part = sharing.part(i);
      int[] arguments = arguments(part).stream().mapToInt(a -> hashes[sharing.number(a)]).toArray();
      Object head = head(part);
      hashes[i] =
          31 * Arrays.hashCode(arguments)
              + (head instanceof Enum<?> n ? n.name() : head).hashCode();
    }
    return hashes[hashes.length - 1];
  }

  /** The nodes of {@code e} written out as a tree, each shared part counted where it stands. */
  static double written(Expr e) {
    Sharing sharing = new Sharing();
    sharing.number(e);
    double[] counts = new double[sharing.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] =
          1 + arguments(sharing.part(i)).stream().mapToDouble(a -> counts[sharing.number(a)]).sum();
    }
    return counts[counts.length - 1];
  }
}
