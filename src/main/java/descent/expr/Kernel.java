package descent.expr;

import java.lang.reflect.Array;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A program over arrays of one type, ready to run; immutable and thread-safe.
 *
 * @param <A> {@code float[][]} or {@code double[][]}
 */
public final class Kernel<A> {
  /** The loops of a kernel. */
  interface Body {
    void run(Object arrays, double[] scalars, int from, int to);
  }

  private final Program program;
  private final Class<A> type;
  private final Body body;
  private final List<Loop> loops;
  private final int arrays;
  private final boolean compiled;

  private Kernel(
      Program program, Class<A> type, Body body, List<Loop> loops, int arrays, boolean compiled) {
    this.program = program;
    this.type = type;
    this.body = body;
    this.loops = loops;
    this.arrays = arrays;
    this.compiled = compiled;
  }

  static <A> Kernel<A> compile(Program program, Class<A> type) {
    List<Loop> loops = Fission.of(program, precision(type));
    List<String> names = names(program, loops);
    try {
      Body body = LoopWriter.write(names, program.scalars(), loops, precision(type));
      return new Kernel<>(program, type, body, loops, names.size(), true);
    } catch (UnsupportedOperationException | LinkageError | IllegalAccessException refused) {
      return interpreted(program, type);
    }
  }

  /** The same results, slower, without a generated class. */
  static <A> Kernel<A> interpreted(Program program, Class<A> type) {
    Body body = new BlockInterpreter(program, precision(type));
    return new Kernel<>(program, type, body, List.of(), program.arrays().size(), false);
  }

  private static Precision precision(Class<?> type) {
    return type == float[][].class ? Precision.SINGLE : Precision.DOUBLE;
  }

  private static List<String> names(Program program, List<Loop> loops) {
    Set<String> names = new LinkedHashSet<>(program.arrays());
    loops.forEach(loop -> names.addAll(loop.stores().keySet()));
    return List.copyOf(names);
  }

  /** What this kernel computes. */
  public Program program() {
    return program;
  }

  /** How many arrays {@link #run} takes: the program's, then temporary ones. */
  public int arrays() {
    return arrays;
  }

  /** Whether loops were generated; else a slower interpreter gives the same results. */
  public boolean isCompiled() {
    return compiled;
  }

  /** The passes over the index range, most often one to four; 0 when interpreted. */
  public int loops() {
    return loops.size();
  }

  /** Whether every operation has a vector instruction, which powers and the like have not. */
  public boolean isVector() {
    return compiled && loops.stream().allMatch(Loop::isVector);
  }

  /** All arrays that {@link #run} takes, of {@code n} zeros each. */
  public A allocate(int n) {
    return type.cast(Array.newInstance(type.componentType().componentType(), arrays, n));
  }

  /** {@code own}, the program's arrays, followed by temporary ones as long as the first. */
  public A withTemporaries(A own) {
    Object all = Array.newInstance(type.componentType(), arrays);
    int count = program.arrays().size();
    System.arraycopy(own, 0, all, 0, count);
    int n = Array.getLength(Array.get(own, 0));
    for (int i = count; i < arrays; i++) {
      Array.set(all, i, Array.newInstance(type.componentType().componentType(), n));
    }
    return type.cast(all);
  }

  /**
   * Runs the program at each index in {@code [from, to)}.
   *
   * <p>Fastest over 2,048 to 8,192 indices, which stay in the cache from loop to loop.
   *
   * @param arrays {@link #arrays()} distinct arrays, longer than any index; the assigned ones and
   *     the temporary ones are written
   * @param scalars one value for each scalar; what is computed from scalars alone is computed in
   *     double, then rounded; not modified
   * @throws IllegalArgumentException if the number of arrays or scalars is wrong
   */
  public void run(A arrays, double[] scalars, int from, int to) {
    if (Array.getLength(arrays) != this.arrays || scalars.length != program.scalars().size()) {
      throw new IllegalArgumentException(
          "%d arrays and %d scalars; expected %d (%s and temporary ones) and %d (%s)"
              .formatted(
                  Array.getLength(arrays),
                  scalars.length,
                  this.arrays,
                  program.arrays(),
                  program.scalars().size(),
                  program.scalars()));
    }
    body.run(arrays, scalars, from, to);
  }
}
