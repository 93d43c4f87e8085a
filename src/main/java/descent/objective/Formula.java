package descent.objective;

import descent.expr.Expr;
import descent.expr.Routine;
import descent.expr.Tape;
import descent.expr.Warming;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An objective written as an expression, with symbolic gradient and Hessian. */
public final class Formula implements TwiceDifferentiable {
  private static final List<String> COORDINATES = List.of("x", "y", "z");

  private final String text;
  private final Expr expression;
  private final Map<String, Double> parameters;
  private final List<String> variables;
  private final List<Expr> gradient;
  private final List<List<Expr>> hessian;
  private final Routine valueTape;
  private final Routine gradientTape;
  private final Routine hessianTape;

  private Formula(String text, Map<String, Double> parameters, List<String> variables) {
    this.text = text;
    this.parameters = Map.copyOf(parameters);
    this.variables = List.copyOf(variables);
    expression = Expr.parse(text);
    Expr bound =
        expression.substitute(
            parameters.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> number(e.getValue()))));
    gradient = variables.stream().map(bound::derivative).toList();
    hessian = gradient.stream().map(g -> variables.stream().map(g::derivative).toList()).toList();
    valueTape = new Warming(Tape.of(variables, List.of(bound)));
    List<Expr> first = new ArrayList<>(List.of(bound));
    first.addAll(gradient);
    gradientTape = new Warming(Tape.of(variables, first));
    hessianTape = new Warming(Tape.of(variables, hessian.stream().flatMap(List::stream).toList()));
  }

  /**
   * The objective that {@code text} writes, in {@code x} alone or in {@code x, y} (or {@code x, y,
   * z}).
   *
   * @param parameters a finite value for every other name, and for no more
   * @throws IllegalArgumentException if the text is no expression or a name has no value
   */
  public static Formula of(String text, Map<String, Double> parameters) {
    Set<String> names = Expr.parse(text).names();
    int dimension = names.contains("z") ? 3 : names.contains("y") ? 2 : 1;
    return in(COORDINATES.subList(0, dimension), text, parameters);
  }

  /**
   * The names of {@code text} that need a value.
   *
   * @throws IllegalArgumentException if the text is no expression
   */
  public static Set<String> parameters(String text) {
    Set<String> names = new TreeSet<>(Expr.parse(text).names());
    names.removeAll(COORDINATES);
    return names;
  }

  /**
   * The objective that {@code text} writes in the given variables.
   *
   * @param parameters a finite value for every other name, and for no more
   * @throws IllegalArgumentException if the text is no expression or a name has no value
   */
  public static Formula in(List<String> variables, String text, Map<String, Double> parameters) {
    Set<String> names = Expr.parse(text).names();
    parameters.forEach((name, value) -> check(name, value, variables, names));
    for (String name : names) {
      if (!variables.contains(name) && !parameters.containsKey(name)) {
        throw new IllegalArgumentException(
            "'%s' is no variable (%s) and has no value; give param.%s a number."
                .formatted(name, String.join(", ", variables), name));
      }
    }
    return new Formula(text, parameters, variables);
  }

  private static void check(String name, double value, List<String> variables, Set<String> names) {
    if (variables.contains(name)) {
      throw new IllegalArgumentException("'%s' is a variable, not a parameter.".formatted(name));
    }
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "param.%s is given, but '%s' is not in the formula.".formatted(name, name));
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "param.%s must be a finite number, got %s.".formatted(name, value));
    }
  }

  private static Expr number(double value) {
    return value < 0 ? new Expr.Negation(new Expr.Constant(-value)) : new Expr.Constant(value);
  }

  @Override
  public int dimension() {
    return variables.size();
  }

  @Override
  public double value(double[] x) {
    double[] out = new double[1];
    valueTape.evaluate(x, out);
    return out[0];
  }

  @Override
  public Evaluation at(double[] x) {
    double[] out = new double[1 + x.length];
    gradientTape.evaluate(x, out);
    double[] slope = new double[x.length];
    System.arraycopy(out, 1, slope, 0, x.length);
    return new Evaluation(x, out[0], slope);
  }

  @Override
  public double[][] hessian(double[] x) {
    int n = x.length;
    double[] out = new double[n * n];
    hessianTape.evaluate(x, out);
    double[][] rows = new double[n][n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(out, i * n, rows[i], 0, n);
    }
    return rows;
  }

  /** The formula as it was typed. */
  public String text() {
    return text;
  }

  /** The formula as a tree, parameters unbound. */
  public Expr expression() {
    return expression;
  }

  /** ∇f as a column in TeX. */
  public String gradientTex() {
    return matrix(gradientExpressions().stream().map(List::of).toList());
  }

  /** The Hessian in TeX. */
  public String hessianTex() {
    return matrix(hessianExpressions());
  }

  private static String matrix(List<List<Expr>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(Expr::tex).collect(Collectors.joining(" & ")))
        .collect(Collectors.joining(" \\\\ ", "\\begin{pmatrix}", "\\end{pmatrix}"));
  }

  /** The value of each name that is no variable, by name. */
  public Map<String, Double> parameters() {
    return new TreeMap<>(parameters);
  }

  /** The coordinates' names, in order. */
  public List<String> variables() {
    return variables;
  }

  /** ∂f/∂xᵢ with the parameters bound. */
  public List<Expr> gradientExpressions() {
    return gradient;
  }

  /** ∂²f/∂xᵢ∂xⱼ with the parameters bound, rows first. */
  public List<List<Expr>> hessianExpressions() {
    return hessian;
  }
}
