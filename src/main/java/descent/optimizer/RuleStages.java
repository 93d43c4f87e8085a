package descent.optimizer;

import descent.optimizer.Quantity.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes a rule apart.
 *
 * <p>What turns around with the gradient is a vector, what stays the same is a size: both are seen
 * by evaluating the rule at g and at −g, with the slots turned likewise and x at 0.
 *
 * @param values of the hyperparameters and of the scalars
 */
record RuleStages(Rule rule, Map<String, Double> values) {
  private static final double[] SAMPLES = {0.37, 1.9};
  private static final double NEAR = 1e-9;

  /** The stages on which x depends, with their lines of TeX. */
  List<Stage> of(List<Hyperparameter> hyperparameters) {
    Map<String, String> lines = RuleTex.assignments(rule, hyperparameters);
    Map<String, Kind> kinds = kinds();
    List<String> slots = rule.slots().stream().map(Rule.Slot::name).toList();
    Set<String> old = new HashSet<>(slots);
    List<Stage> stages = new ArrayList<>();
    for (int i = 0; i < rule.assignments().size(); i++) {
      Rule.Assignment a = rule.assignments().get(i);
      boolean moves = a.target().equals("x");
      if (lines.containsKey(a.target())) {
        Quantity quantity =
            moves
                ? Quantity.STEP
                : new Quantity(
                    a.target(), a.tex(), a.meaning(), kinds.get(a.target()), origin(a, old));
        boolean remembered = slots.contains(a.target()) && isRead(a.target());
        stages.add(new Stage(i, quantity, remembered, lines.get(a.target())));
      }
      old.remove(a.target());
    }
    return stages;
  }

  /**
   * @param old slots with the number that the last step left
   */
  private static Origin origin(Rule.Assignment a, Set<String> old) {
    Set<String> read = a.value().names();
    if (old.contains(a.target()) && read.contains(a.target())) {
      return Origin.RENEWED;
    }
    return read.stream().anyMatch(old::contains) ? Origin.MIXED : Origin.FOLLOWS;
  }

  /** Whether a step reads what the last one left under this name. */
  private boolean isRead(String slot) {
    for (Rule.Assignment a : rule.assignments()) {
      if (a.value().names().contains(slot)) {
        return true;
      }
      if (a.target().equals(slot)) {
        return false;
      }
    }
    return false;
  }

  /** The kind of every assigned name; a slot is taken for a vector until it is seen not to be. */
  private Map<String, Kind> kinds() {
    Map<String, Kind> slots = new HashMap<>();
    rule.slots().forEach(slot -> slots.put(slot.name(), Kind.VECTOR));
    for (int pass = 0; pass < 2 * rule.slots().size(); pass++) {
      Map<String, Kind> seen = look(slots);
      slots.replaceAll((name, kind) -> kind == seen.get(name) ? kind : next(kind));
    }
    return look(slots);
  }

  private static Kind next(Kind kind) {
    return kind == Kind.VECTOR ? Kind.SIZE : Kind.NUMBERS;
  }

  private Map<String, Kind> look(Map<String, Kind> slots) {
    Map<String, Kind> seen = new HashMap<>();
    for (double g : SAMPLES) {
      Map<String, Double> there = assigned(g, slots, 1);
      Map<String, Double> back = assigned(-g, slots, -1);
      there.forEach((name, value) -> seen.merge(name, kind(value, back.get(name)), this::both));
    }
    return seen;
  }

  private Kind both(Kind a, Kind b) {
    return a == b ? a : Kind.NUMBERS;
  }

  private static Kind kind(double there, double back) {
    double room = NEAR * Math.max(1, Math.abs(there));
    return Math.abs(there + back) < room
        ? Kind.VECTOR
        : Math.abs(there - back) < room ? Kind.SIZE : Kind.NUMBERS;
  }

  private Map<String, Double> assigned(double g, Map<String, Kind> slots, int sign) {
    Map<String, Double> known = new HashMap<>(values);
    known.put("g", g);
    known.put("x", 0.0);
    double value = 0.6;
    for (Rule.Slot slot : rule.slots()) {
      known.put(slot.name(), slots.get(slot.name()) == Kind.VECTOR ? sign * value : value);
      value += 0.25;
    }
    Map<String, Double> assigned = new HashMap<>();
    for (Rule.Assignment a : rule.assignments()) {
      double result = a.value().value(known);
      known.put(a.target(), result);
      assigned.put(a.target(), result);
    }
    return assigned;
  }
}
