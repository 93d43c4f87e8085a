package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Symbol;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs a program part by part, each a loop over a block of indices: the oracle of the generated
 * loops, and what runs where no class can be generated.
 *
 * <p>It computes in double and rounds each result, which for + − · / and roots of floats is float
 * arithmetic exactly.
 */
final class BlockInterpreter implements Kernel.Body {
  private static final int BLOCK = 1024;
  private final Program program;
  private final Precision precision;
  private final List<Program.Assignment> assignments;
  private final Set<String> varying;

  BlockInterpreter(Program program, Precision precision) {
    this.program = program;
    this.precision = precision;
    assignments = program.lowered(precision);
    varying = program.varying();
  }

  @Override
  public void run(Object arrays, double[] scalars, int from, int to) {
    Map<String, Double> known = new HashMap<>();
    for (int i = 0; i < scalars.length; i++) {
      known.put(program.scalars().get(i), scalars[i]);
    }
    for (int start = from; start < to; start += BLOCK) {
      block(arrays, known, start, Math.min(BLOCK, to - start));
    }
  }

  private void block(Object arrays, Map<String, Double> scalars, int start, int n) {
    Map<String, double[]> now = new HashMap<>();
    for (int a = 0; a < program.arrays().size(); a++) {
      now.put(program.arrays().get(a), read(arrays, a, start, n));
    }
    for (Program.Assignment assignment : assignments) {
      now.put(assignment.target(), values(assignment.value(), scalars, now, n));
    }
    for (int a = 0; a < program.arrays().size(); a++) {
      write(arrays, a, start, n, now.get(program.arrays().get(a)));
    }
  }

  private double[] values(
      Expr value, Map<String, Double> scalars, Map<String, double[]> now, int n) {
    Loop loop = new Loop(Map.of("", value), varying);
    Sharing parts = loop.parts();
    boolean[] invariant = loop.invariant(parts);
    double[][] results = new double[parts.size()][];
    for (int p = 0; p < results.length; p++) {
      Expr part = parts.part(p);
      if (invariant[p]) {
        results[p] = new double[n];
        Arrays.fill(results[p], precision.round(part.value(scalars)));
      } else if (part instanceof Symbol symbol) {
        results[p] = now.get(symbol.name());
      } else {
        List<double[]> arguments =
            Sharing.arguments(part).stream().map(a -> results[parts.number(a)]).toList();
        results[p] = apply(part, arguments, n);
      }
    }
    return results[results.length - 1];
  }

  private double[] apply(Expr part, List<double[]> arguments, int n) {
    double[] a = arguments.get(0);
    double[] result = new double[n];
    if (part instanceof Binary binary) {
      binary(binary.operator(), a, arguments.get(1), result);
    } else if (part instanceof Call call) {
      call(call.function(), arguments, result);
    } else {
      for (int i = 0; i < n; i++) {
        result[i] = -a[i];
      }
    }
    if (precision == Precision.SINGLE) {
      for (int i = 0; i < n; i++) {
        result[i] = (float) result[i];
      }
    }
    return result;
  }

  private static void binary(Operator operator, double[] a, double[] b, double[] result) {
    for (int i = 0; i < result.length; i++) {
      result[i] = operator.apply(a[i], b[i]);
    }
  }

  private static void call(Function function, List<double[]> arguments, double[] result) {
    double[] a = new double[arguments.size()];
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < a.length; j++) {
        a[j] = arguments.get(j)[i];
      }
      result[i] = function.apply(a);
    }
  }

  private static double[] read(Object arrays, int array, int start, int n) {
    double[] block = new double[n];
    if (arrays instanceof double[][] doubles) {
      System.arraycopy(doubles[array], start, block, 0, n);
    } else {
      float[] floats = ((float[][]) arrays)[array];
      for (int i = 0; i < n; i++) {
        block[i] = floats[start + i];
      }
    }
    return block;
  }

  private static void write(Object arrays, int array, int start, int n, double[] block) {
    if (arrays instanceof double[][] doubles) {
      System.arraycopy(block, 0, doubles[array], start, n);
    } else {
      float[] floats = ((float[][]) arrays)[array];
      for (int i = 0; i < n; i++) {
        floats[start + i] = (float) block[i];
      }
    }
  }
}
