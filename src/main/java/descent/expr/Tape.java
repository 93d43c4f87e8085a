package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Several expressions as one straight list of instructions; equal parts are computed once.
 *
 * <p>Ready in microseconds; {@link #compiled} pays where the same tape runs some ten thousand
 * times. Immutable and thread-safe.
 */
public final class Tape implements Routine {
  static final int NEGATE = Operator.values().length;
  static final int CALL = NEGATE + 1;
  private static final Function[] FUNCTIONS = Function.values();

  private final List<String> inputs;
  private final Precision precision;

  /** Slots: the inputs, the constants, then one for each instruction. */
  private final double[] initial;

  /** Four for each instruction: operation, then the slots of its arguments. */
  private final int[] code;

  private final int[] outputs;

  private Tape(
      List<String> inputs, Precision precision, double[] initial, int[] code, int[] outputs) {
    this.inputs = inputs;
    this.precision = precision;
    this.initial = initial;
    this.code = code;
    this.outputs = outputs;
  }

  /**
   * The tape of {@code outputs} as functions of {@code inputs}, in double: the bits of {@link
   * Expr#value}.
   *
   * @throws IllegalArgumentException if an output has a name that is no input
   */
  public static Tape of(List<String> inputs, List<Expr> outputs) {
    return of(inputs, outputs, Precision.DOUBLE);
  }

  /**
   * The tape of {@code outputs}, inputs, constants and every result rounded to {@code precision}.
   */
  public static Tape of(List<String> inputs, List<Expr> outputs, Precision precision) {
    Lowering lowering = new Lowering(true);
    Sharing sharing = new Sharing();
    int[] parts = outputs.stream().mapToInt(e -> sharing.number(lowering.of(e))).toArray();
    Map<Integer, Integer> slots = new HashMap<>();
    List<Double> constants = new ArrayList<>();
    List<Integer> instructions = new ArrayList<>();
    for (int i = 0; i < sharing.size(); i++) {
      if (sharing.part(i) instanceof Symbol symbol) {
        slots.put(i, input(inputs, symbol.name()));
      } else if (sharing.part(i) instanceof Constant constant) {
        slots.put(i, inputs.size() + constants.size());
        constants.add(precision.round(constant.value()));
      } else {
        instructions.add(i);
      }
    }
    double[] initial = new double[inputs.size() + constants.size() + instructions.size()];
    for (int i = 0; i < constants.size(); i++) {
      initial[inputs.size() + i] = constants.get(i);
    }
    int[] code = new int[4 * instructions.size()];
    for (int k = 0; k < instructions.size(); k++) {
      Expr part = sharing.part(instructions.get(k));
      code[4 * k] = operation(part);
      int at = 4 * k + 1;
      for (Expr argument : Sharing.arguments(part)) {
        code[at++] = slots.get(sharing.number(argument));
      }
      slots.put(instructions.get(k), inputs.size() + constants.size() + k);
    }
    for (int i = 0; i < parts.length; i++) {
      parts[i] = slots.get(parts[i]);
    }
    return new Tape(List.copyOf(inputs), precision, initial, code, parts);
  }

  private static int input(List<String> inputs, String name) {
    int index = inputs.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("'%s' is no input; inputs: %s".formatted(name, inputs));
    }
    return index;
  }

  private static int operation(Expr e) {
    if (e instanceof Binary binary) {
      return binary.operator().ordinal();
    }
    return e instanceof Call call ? CALL + call.function().ordinal() : NEGATE;
  }

  /** The names of the inputs, in the order of {@link #evaluate}. */
  public List<String> inputs() {
    return inputs;
  }

  @Override
  public void evaluate(double[] in, double[] out) {
    double[] slot = initial.clone();
    boolean single = precision == Precision.SINGLE;
    for (int i = 0; i < inputs.size(); i++) {
      slot[i] = precision.round(in[i]);
    }
    int[] code = this.code;
    int target = slot.length - code.length / 4;
    for (int k = 0; k < code.length; k += 4) {
      double value = apply(code[k], slot[code[k + 1]], slot[code[k + 2]], slot[code[k + 3]]);
      slot[target++] = single ? (float) value : value;
    }
    for (int i = 0; i < outputs.length; i++) {
      out[i] = slot[outputs[i]];
    }
  }

  private static double apply(int operation, double a, double b, double c) {
    return switch (operation) {
      case 0 -> a + b;
      case 1 -> a - b;
      case 2 -> a * b;
      case 3 -> a / b;
      case 4 -> Operator.POWER.apply(a, b);
      case 5 -> -a;
      default -> FUNCTIONS[operation - CALL].apply(a, b, c);
    };
  }
}
