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
 * <p>Ready in microseconds; {@link #compiled} pays where one tape runs some hundred thousand times.
 * Immutable and thread-safe.
 */
public final class Tape implements Routine {
  private static final int NEGATE = Operator.values().length;
  private static final int CALL = NEGATE + 1;
  private static final Function[] FUNCTIONS = Function.values();

  private final List<String> inputs;
  private final Precision precision;
  private final double[] constants;

  /** What each instruction computes, in terms of parts before it. */
  private final List<Expr> parts;

  /** The slots that each instruction reads: inputs, then constants, then instructions. */
  private final int[][] arguments;

  private final int[] outputs;

  /** Four numbers for each instruction: operation, then the slots of its arguments. */
  private final int[] code;

  /** All slots before the first instruction. */
  private final double[] initial;

  private Tape(
      List<String> inputs,
      Precision precision,
      double[] constants,
      List<Expr> parts,
      int[][] arguments,
      int[] outputs) {
    this.inputs = List.copyOf(inputs);
    this.precision = precision;
    this.constants = constants;
    this.parts = parts;
    this.arguments = arguments;
    this.outputs = outputs;
    code = new int[4 * parts.size()];
    for (int k = 0; k < parts.size(); k++) {
      code[4 * k] = operation(parts.get(k));
      System.arraycopy(arguments[k], 0, code, 4 * k + 1, arguments[k].length);
    }
    initial = new double[inputs.size() + constants.length + parts.size()];
    System.arraycopy(constants, 0, initial, inputs.size(), constants.length);
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

  /** A tape whose inputs, constants and results are rounded to {@code precision}. */
  public static Tape of(List<String> inputs, List<Expr> outputs, Precision precision) {
    Lowering lowering = Lowering.exact();
    Sharing sharing = new Sharing();
    int[] numbers = outputs.stream().mapToInt(e -> sharing.number(lowering.of(e))).toArray();
    Map<Integer, Integer> slots = new HashMap<>();
    List<Double> constants = new ArrayList<>();
    List<Expr> parts = new ArrayList<>();
    for (int i = 0; i < sharing.size(); i++) {
      if (sharing.part(i) instanceof Symbol symbol) {
        slots.put(i, input(inputs, symbol.name()));
      } else if (sharing.part(i) instanceof Constant constant) {
        slots.put(i, inputs.size() + constants.size());
        constants.add(precision.round(constant.value()));
      } else {
        parts.add(sharing.part(i));
      }
    }
    int[][] arguments = new int[parts.size()][];
    for (int k = 0; k < arguments.length; k++) {
      arguments[k] =
          Sharing.arguments(parts.get(k)).stream()
              .mapToInt(a -> slots.get(sharing.number(a)))
              .toArray();
      slots.put(sharing.number(parts.get(k)), inputs.size() + constants.size() + k);
    }
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = slots.get(numbers[i]);
    }
    double[] values = constants.stream().mapToDouble(Double::doubleValue).toArray();
    return new Tape(inputs, precision, values, parts, arguments, numbers);
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

  /**
   * The same functions as machine code, some milliseconds later: equal bits, several times faster.
   *
   * <p>A tape in single precision, one of more than 500 instructions, or one where no class can be
   * generated, gives itself.
   */
  public Routine compiled() {
    if (precision == Precision.SINGLE || parts.size() > PointWriter.MOST_INSTRUCTIONS) {
      return this;
    }
    try {
      return PointWriter.write(inputs.size(), constants, parts, arguments, outputs);
    } catch (UnsupportedOperationException | LinkageError | IllegalAccessException refused) {
      return this;
    }
  }

  @Override
  public void evaluate(double[] in, double[] out) {
    double[] slot = initial.clone();
    boolean single = precision == Precision.SINGLE;
    for (int i = 0; i < inputs.size(); i++) {
      slot[i] = precision.round(in[i]);
    }
    int[] code = this.code;
    int target = slot.length - parts.size();
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
      case 4 -> Operator.power(a, b);
      case 5 -> -a;
      default -> FUNCTIONS[operation - CALL].apply(a, b, c);
    };
  }
}
