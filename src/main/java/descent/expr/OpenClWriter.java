package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Negation;
import descent.expr.Expr.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes each different part of each assignment as one variable, arguments first. */
final class OpenClWriter {
  private final Program program;
  private final Precision precision;
  private final int first;
  private final Set<String> varying;
  private final Set<Expr> columns = new LinkedHashSet<>();
  private final StringBuilder text = new StringBuilder();

  OpenClWriter(Program program, Precision precision, int first) {
    this.program = program;
    this.precision = precision;
    this.first = first;
    varying = program.varying();
  }

  OpenClSource write() {
    List<Program.Assignment> assignments = program.lowered(precision);
    Set<String> locals = new LinkedHashSet<>();
    assignments.forEach(a -> locals.add(a.target()));
    program.arrays().forEach(locals::remove);
    locals.forEach(local -> line("real %s;", OpenClSource.variable(local)));
    for (int i = 0; i < assignments.size(); i++) {
      assign(assignments.get(i), "t" + i + "_");
    }
    return new OpenClSource(text.toString(), List.copyOf(columns));
  }

  private void assign(Program.Assignment assignment, String prefix) {
    Loop loop = new Loop(Map.of("", assignment.value()), varying);
    Sharing parts = loop.parts();
    boolean[] invariant = loop.invariant(parts);
    boolean[] needed = needed(parts, invariant);
    String[] words = new String[parts.size()];
    for (int p = 0; p < words.length; p++) {
      if (needed[p]) {
        words[p] = invariant[p] ? shared(parts.part(p)) : word(parts, p, words, prefix);
      }
    }
    line("%s = %s;", OpenClSource.variable(assignment.target()), words[words.length - 1]);
  }

  /** The whole value and the arguments of what varies. */
  private static boolean[] needed(Sharing parts, boolean[] invariant) {
    boolean[] needed = new boolean[parts.size()];
    needed[needed.length - 1] = true;
    for (int p = needed.length - 1; p >= 0; p--) {
      if (needed[p] && !invariant[p]) {
        Sharing.arguments(parts.part(p)).forEach(a -> needed[parts.number(a)] = true);
      }
    }
    return needed;
  }

  private String shared(Expr part) {
    if (part instanceof Constant constant) {
      return number(constant.value());
    }
    columns.add(part);
    return "values[" + (first + List.copyOf(columns).indexOf(part)) + "]";
  }

  private String word(Sharing parts, int p, String[] words, String prefix) {
    Expr part = parts.part(p);
    if (part instanceof Symbol symbol) {
      return OpenClSource.variable(symbol.name());
    }
    List<String> arguments = new ArrayList<>();
    Sharing.arguments(part).forEach(a -> arguments.add(words[parts.number(a)]));
    String name = prefix + p;
    line("const real %s = %s;", name, applied(part, arguments));
    return name;
  }

  private static String applied(Expr part, List<String> a) {
    if (part instanceof Negation) {
      return "-" + a.get(0);
    }
    if (part instanceof Binary binary) {
      return binary.operator() == Operator.POWER
          ? "power(%s, %s)".formatted(a.get(0), a.get(1))
          : "%s %s %s".formatted(a.get(0), binary.operator().sign(), a.get(1));
    }
    return function(((Call) part).function()) + "(" + String.join(", ", a) + ")";
  }

  private static String function(Function function) {
    return switch (function) {
      case ABS -> "fabs";
      case MAX -> "larger";
      case MIN -> "smaller";
      case SELECT -> "choose";
      default -> function.wire();
    };
  }

  private String number(double value) {
    double rounded = precision.round(value);
    if (Double.isNaN(rounded)) {
      return "NAN";
    }
    if (Double.isInfinite(rounded)) {
      return rounded > 0 ? "INFINITY" : "(-INFINITY)";
    }
    String digits =
        precision == Precision.SINGLE
            ? Float.toString((float) rounded) + "f"
            : Double.toString(rounded);
    return rounded < 0 ? "(" + digits + ")" : digits;
  }

  private void line(String format, Object... words) {
    text.append("    ").append(format.formatted(words)).append('\n');
  }
}
