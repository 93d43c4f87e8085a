package descent.optimizer;

import descent.expr.Expr;
import descent.expr.Program;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * An elementwise update, written once as expressions.
 *
 * <p>Scalars are computed once a step from {@code t} (1, 2, …), the hyperparameters and the scalars
 * before them; a scalar may use its own previous value, starting from {@code initial}. Then, for
 * each coordinate, the assignments run in order: each may use {@code g}, {@code x}, the slots, the
 * scalars, the hyperparameters and everything assigned before it. The last one assigns {@code x}.
 *
 * @param slots what is remembered for each coordinate
 */
public record Rule(List<Slot> slots, List<Scalar> scalars, List<Assignment> assignments) {
  /** A number remembered for each coordinate; {@code initial} may use hyperparameters. */
  public record Slot(String name, Expr initial) {}

  /** A number computed once a step; without {@code tex} the formula shows its value in place. */
  public record Scalar(String name, Expr initial, Expr value, String tex) {
    /** Whether the previous value enters. */
    boolean isRemembered() {
      return value.names().contains(name);
    }
  }

  /**
   * {@code target ← value} for each coordinate.
   *
   * <p>One that x does not depend on stands in the table only.
   *
   * @param tex the target's symbol
   * @param meaning for the table
   */
  public record Assignment(String target, Expr value, String tex, String meaning) {}

  public Rule {
    slots = List.copyOf(slots);
    scalars = List.copyOf(scalars);
    assignments = List.copyOf(assignments);
  }

  /** Starts an empty rule. */
  public static Builder rule() {
    return new Builder();
  }

  /** This rule where some names are numbers and some above zero, without what then vanishes. */
  public Rule with(Map<String, Double> numbers, Set<String> positive) {
    Map<String, Expr> constants = new LinkedHashMap<>();
    numbers.forEach((name, value) -> constants.put(name, new Expr.Constant(value)));
    return map(new Binding(constants, positive)::in);
  }

  /**
   * This rule where {@code name} stands for the last of {@code first}, which are computed first.
   */
  Rule scaled(String name, List<Scalar> first) {
    Expr last = new Expr.Symbol(first.get(first.size() - 1).name());
    Rule renamed = map(e -> Binding.in(e, Map.of(name, last)));
    List<Scalar> all = new ArrayList<>(first);
    all.addAll(renamed.scalars());
    return new Rule(renamed.slots(), all, renamed.assignments());
  }

  /** This rule with every expression replaced. */
  private Rule map(UnaryOperator<Expr> change) {
    return new Rule(
        slots.stream().map(s -> new Slot(s.name(), change.apply(s.initial()))).toList(),
        scalars.stream()
            .map(
                s ->
                    new Scalar(
                        s.name(), change.apply(s.initial()), change.apply(s.value()), s.tex()))
            .toList(),
        assignments.stream()
            .map(a -> new Assignment(a.target(), change.apply(a.value()), a.tex(), a.meaning()))
            .toList());
  }

  /**
   * The assignments that x depends on, with names for one coordinate among several: {@code x}
   * becomes {@code coordinate}, {@code g}, slots and what is assigned get {@code _coordinate}
   * behind their name; scalars and hyperparameters keep theirs.
   */
  public List<Assignment> assignmentsFor(String coordinate) {
    Map<String, Expr> renamed = new LinkedHashMap<>();
    renamed.put("g", new Expr.Symbol("g_" + coordinate));
    slots.forEach(s -> renamed.put(s.name(), new Expr.Symbol(s.name() + "_" + coordinate)));
    assignments.forEach(
        a -> renamed.put(a.target(), new Expr.Symbol(a.target() + "_" + coordinate)));
    renamed.put("x", new Expr.Symbol(coordinate));
    return live().stream()
        .map(
            a ->
                new Assignment(
                    ((Expr.Symbol) renamed.get(a.target())).name(),
                    a.value().substitute(renamed),
                    a.tex(),
                    a.meaning()))
        .toList();
  }

  /**
   * The assignments that x depends on as a program over the arrays {@code x}, {@code g} and the
   * live slots; its scalars are those of the rule and hyperparameters.
   */
  public Program program() {
    List<String> arrays = new ArrayList<>(List.of("x", "g"));
    liveSlots().forEach(slot -> arrays.add(slot.name()));
    Set<String> known = new HashSet<>(arrays);
    Set<String> scalars = new LinkedHashSet<>();
    List<Program.Assignment> steps = new ArrayList<>();
    for (Assignment a : live()) {
      a.value().names().stream().filter(n -> !known.contains(n)).forEach(scalars::add);
      known.add(a.target());
      steps.add(new Program.Assignment(a.target(), a.value()));
    }
    return new Program(arrays, List.copyOf(scalars), steps);
  }

  /** The assignments that x, now or later, depends on; another name for a value is left out. */
  List<Assignment> live() {
    List<Assignment> named = withoutAliases();
    Set<String> wanted = new HashSet<>(List.of("x"));
    int before;
    do {
      before = wanted.size();
      named.stream()
          .filter(a -> wanted.contains(a.target()))
          .toList()
          .forEach(a -> wanted.addAll(a.value().names()));
    } while (wanted.size() > before);
    return named.stream().filter(a -> wanted.contains(a.target())).toList();
  }

  private List<Assignment> withoutAliases() {
    Map<String, Expr> aliases = new LinkedHashMap<>();
    List<Assignment> kept = new ArrayList<>();
    for (int i = 0; i < assignments.size(); i++) {
      Assignment a = assignments.get(i);
      Expr value = a.value().substitute(aliases);
      if (value instanceof Expr.Symbol symbol && isAlias(i, a.target(), symbol.name())) {
        aliases.put(a.target(), symbol);
      } else {
        kept.add(new Assignment(a.target(), value, a.tex(), a.meaning()));
      }
    }
    return kept;
  }

  /** Whether assignment {@code i} only renames: no old target is read and no new source is made. */
  private boolean isAlias(int i, String target, String source) {
    boolean readBefore =
        assignments.subList(0, i).stream().anyMatch(a -> a.value().names().contains(target));
    boolean changedAfter =
        assignments.subList(i + 1, assignments.size()).stream()
            .anyMatch(a -> a.target().equals(source) && !a.target().equals(target));
    return target.equals(source)
        || !target.equals("x") && !source.equals("x") && !readBefore && !changedAfter;
  }

  /** The slots that x depends on. */
  public List<Slot> liveSlots() {
    List<String> targets = live().stream().map(Assignment::target).toList();
    return slots.stream().filter(s -> targets.contains(s.name())).toList();
  }

  /** Collects a rule from text. */
  public static final class Builder {
    private final List<Slot> slots = new ArrayList<>();
    private final List<Scalar> scalars = new ArrayList<>();
    private final List<Assignment> assignments = new ArrayList<>();

    /** A slot that starts at zero. */
    public Builder slot(String name) {
      return slot(name, "0");
    }

    /** A slot that starts at {@code initial}. */
    public Builder slot(String name, String initial) {
      slots.add(new Slot(name, Expr.parse(initial)));
      return this;
    }

    /** A scalar whose value the formula shows in its place. */
    public Builder scalar(String name, String value) {
      return scalar(name, "0", value, "");
    }

    /** A scalar with a line of its own; it may use its previous value, at first {@code initial}. */
    public Builder scalar(String name, String initial, String value, String tex) {
      scalars.add(new Scalar(name, Expr.parse(initial), Expr.parse(value), tex));
      return this;
    }

    /** {@code target ← value} in each coordinate. */
    public Builder assign(String target, String value, String tex, String meaning) {
      assignments.add(new Assignment(target, Expr.parse(value), tex, meaning));
      return this;
    }

    /** {@code g ← g + weight_decay·x}. */
    Builder weightDecay() {
      return assign("g", "g + weight_decay*x", "g", "gradient with weight decay");
    }

    /** {@code x ← value}, the last of the rule. */
    public Rule move(String value) {
      return assign("x", value, "\\theta", "the new point").build();
    }

    /** The rule; its last assignment moves {@code x}. */
    public Rule build() {
      return new Rule(slots, scalars, assignments);
    }
  }
}
