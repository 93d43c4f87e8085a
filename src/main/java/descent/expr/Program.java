package descent.expr;

import descent.expr.Expr.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What is done at every index of some arrays, independently of the other indices.
 *
 * <pre>{@code
 * Program momentum =
 *     new Program(
 *         List.of("x", "g", "v"),
 *         List.of("eta", "beta"),
 *         List.of(
 *             new Assignment("v", Expr.parse("beta*v + g")),
 *             new Assignment("x", Expr.parse("x - eta*v"))));
 * Kernel<float[][]> kernel = momentum.floats();
 * kernel.run(new float[][] {x, g, v}, new double[] {0.01, 0.9}, 0, x.length);
 * }</pre>
 *
 * @param arrays names that have a value at each index, in the order of {@link Kernel#run}
 * @param scalars names that have one value for all indices
 * @param assignments run in order at each index; each sees what those before it assigned; a target
 *     that is no array is a local name
 */
public record Program(List<String> arrays, List<String> scalars, List<Assignment> assignments) {
  /** {@code target[i] ← value}. */
  public record Assignment(String target, Expr value) {}

  /**
   * Checks that every name has a meaning where it is used.
   *
   * @throws IllegalArgumentException naming the assignment and the name
   */
  public Program {
    arrays = List.copyOf(arrays);
    scalars = List.copyOf(scalars);
    assignments = List.copyOf(assignments);
    Set<String> known = new LinkedHashSet<>(arrays);
    known.addAll(scalars);
    if (known.size() != arrays.size() + scalars.size()) {
      throw new IllegalArgumentException(
          "a name stands twice among the arrays %s and scalars %s".formatted(arrays, scalars));
    }
    for (Assignment assignment : assignments) {
      for (String name : assignment.value.names()) {
        if (!known.contains(name)) {
          throw new IllegalArgumentException(
              "'%s' is used for '%s' but has no value; known: %s"
                  .formatted(name, assignment.target, known));
        }
      }
      if (scalars.contains(assignment.target)) {
        throw new IllegalArgumentException(
            "'%s' is a scalar and cannot be assigned".formatted(assignment.target));
      }
      known.add(assignment.target);
    }
  }

  /** This program, then {@code next} at the same index; arrays and scalars of one name are one. */
  public Program then(Program next) {
    return new Program(
        union(arrays, next.arrays),
        union(scalars, next.scalars),
        concatenated(assignments, next.assignments));
  }

  /** This program with some arrays as local names: computed in passing and not kept. */
  public Program local(String... names) {
    List<String> kept = new ArrayList<>(arrays);
    kept.removeAll(List.of(names));
    return new Program(kept, scalars, assignments);
  }

  /** This program with every name replaced by {@code rename} of it. */
  public Program renamed(UnaryOperator<String> rename) {
    return new Program(
        arrays.stream().map(rename).toList(),
        scalars.stream().map(rename).toList(),
        assignments.stream().map(a -> renamed(a, rename)).toList());
  }

  private static Assignment renamed(Assignment a, UnaryOperator<String> rename) {
    Map<String, Expr> names =
        a.value.names().stream()
            .collect(Collectors.toMap(n -> n, n -> new Symbol(rename.apply(n))));
    return new Assignment(rename.apply(a.target), a.value.substitute(names));
  }

  /** A kernel over float arrays, compiled where the virtual machine allows it. */
  public Kernel<float[][]> floats() {
    return Kernel.compile(this, float[][].class);
  }

  /** A kernel over double arrays, compiled where the virtual machine allows it. */
  public Kernel<double[][]> doubles() {
    return Kernel.compile(this, double[][].class);
  }

  /** The names with a value for each index. */
  Set<String> varying() {
    Set<String> varying = new LinkedHashSet<>(arrays);
    assignments.forEach(a -> varying.add(a.target));
    return varying;
  }

  /** The same assignments for a machine; what is made of scalars alone is put where it is used. */
  List<Assignment> lowered(Precision precision) {
    Lowering lowering = Lowering.fast(precision, Set.copyOf(scalars));
    Map<String, Expr> invariant = new HashMap<>();
    List<Assignment> lowered = new ArrayList<>();
    for (Assignment assignment : assignments) {
      Expr value = lowering.of(assignment.value.substitute(invariant));
      invariant.remove(assignment.target);
      if (scalars.containsAll(value.names())) {
        invariant.put(assignment.target, value);
      }
      if (arrays.contains(assignment.target) || !invariant.containsKey(assignment.target)) {
        lowered.add(new Assignment(assignment.target, value));
      }
    }
    return lowered;
  }

  private static List<String> union(List<String> first, List<String> second) {
    Set<String> union = new LinkedHashSet<>(first);
    union.addAll(second);
    return List.copyOf(union);
  }

  private static List<Assignment> concatenated(List<Assignment> first, List<Assignment> second) {
    List<Assignment> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
