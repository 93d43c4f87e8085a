package descent.expr;

import descent.expr.Expr.Symbol;
import descent.expr.Program.Assignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Splits a program into loops that the just-in-time compiler turns into vector instructions.
 *
 * <p>HotSpot neither unrolls nor vectorizes a loop whose body is too large: measured on 17 and 25,
 * it always stops above 44 and for some bodies above 32 or, by their kind, 28. Splitting too early
 * costs little, splitting too late ten times the time; so {@link #BUDGET} is below all. A call
 * without a vector instruction makes its whole loop scalar, so it gets a loop of its own. What
 * crosses loops goes through temporary arrays.
 */
final class Fission {
  static final int BUDGET = 32;

  private final Program program;
  private final Set<String> varying;
  private final List<Assignment> pieces = new ArrayList<>();
  private final Map<Expr, Symbol> available = new HashMap<>();
  private final Map<String, Set<String>> roots = new HashMap<>();
  private int temporaries;

  private Fission(Program program) {
    this.program = program;
    varying = new HashSet<>(program.varying());
  }

  /** The loops, to be run one after the other over the same index range. */
  static List<Loop> of(Program program, Precision precision) {
    Fission fission = new Fission(program);
    program.lowered(precision).forEach(fission::split);
    return fission.fuse();
  }

  private void split(Assignment assignment) {
    Expr value = fit(assignment.value(), new HashMap<>());
    available.keySet().removeIf(e -> reads(e, assignment.target()));
    roots.values().removeIf(names -> names.contains(assignment.target()));
    pieces.add(new Assignment(assignment.target(), value));
  }

  private boolean reads(Expr e, String name) {
    return e.names().stream()
        .anyMatch(n -> n.equals(name) || roots.getOrDefault(n, Set.of()).contains(name));
  }

  /** {@code e} with temporaries for parts, so that it fits into one loop. */
  private Expr fit(Expr e, Map<Expr, Expr> fitted) {
    Expr known = fitted.get(e);
    if (known != null) {
      return known;
    }
    List<Expr> arguments = new ArrayList<>();
    Sharing.arguments(e).forEach(a -> arguments.add(fit(a, fitted)));
    Expr part = Sharing.with(e, arguments);
    while (cost(part) > BUDGET) {
      int largest = 0;
      for (int i = 1; i < arguments.size(); i++) {
        largest = cost(arguments.get(i)) > cost(arguments.get(largest)) ? i : largest;
      }
      arguments.set(largest, temporary(arguments.get(largest)));
      part = Sharing.with(e, arguments);
    }
    if (Loop.isScalar(part) && part.names().stream().anyMatch(varying::contains)) {
      part = temporary(part);
    }
    fitted.put(e, part);
    return part;
  }

  private int cost(Expr e) {
    return new Loop(Map.of("", e), varying).cost();
  }

  private Symbol temporary(Expr part) {
    Symbol known = available.get(part);
    if (known == null) {
      known = new Symbol("temporary" + " " + temporaries++);
      varying.add(known.name());
      Set<String> read = new HashSet<>();
      part.names().forEach(n -> read.addAll(roots.getOrDefault(n, Set.of(n))));
      roots.put(known.name(), read);
      available.put(part, known);
      pieces.add(new Assignment(known.name(), part));
    }
    return known;
  }

  /** Joins neighbouring pieces so that the loops together cost least. */
  private List<Loop> fuse() {
    int n = pieces.size();
    int[] cheapest = new int[n + 1];
    Loop[] last = new Loop[n + 1];
    int[] start = new int[n + 1];
    Arrays.fill(cheapest, 1, n + 1, Integer.MAX_VALUE);
    for (int from = 0; from < n; from++) {
      for (int to = from + 1; to <= n && (to == from + 1 || mayJoin(from, to)); to++) {
        Loop loop = Loop.of(pieces.subList(from, to), needed(to), varying);
        int cost = loop.cost();
        if (to > from + 1 && cost > BUDGET) {
          if (cost > 2 * BUDGET) {
            break;
          }
        } else if (cheapest[from] + cost < cheapest[to]) {
          cheapest[to] = cheapest[from] + cost;
          last[to] = loop;
          start[to] = from;
        }
      }
    }
    List<Loop> loops = new ArrayList<>();
    for (int to = n; to > 0; to = start[to]) {
      loops.add(0, last[to]);
    }
    return loops;
  }

  private boolean mayJoin(int from, int to) {
    return pieces.subList(from, to).stream().noneMatch(p -> Loop.isScalar(p.value()));
  }

  /** The names whose values are used from piece {@code at} on, or after the program. */
  private Set<String> needed(int at) {
    Set<String> needed = new HashSet<>(program.arrays());
    for (int i = pieces.size() - 1; i >= at; i--) {
      needed.remove(pieces.get(i).target());
      needed.addAll(pieces.get(i).value().names());
    }
    return needed;
  }
}
