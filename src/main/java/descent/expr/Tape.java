package descent.expr;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import descent.expr.Expr.Constant;
import descent.expr.Expr.Negation;
import descent.expr.Expr.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Several expressions as one straight list of instructions; equal subexpressions are computed once.
 *
 * <p>Immutable and thread-safe.
 */
public final class Tape {
  private final List<String> inputs;
  private final int[] operation;
  private final int[] first;
  private final int[] second;
  private final int[] third;
  private final double[] initial;
  private final int[] outputs;

  private Tape(Builder builder, List<String> inputs, int[] outputs) {
    this.inputs = List.copyOf(inputs);
    int size = builder.code.size();
    operation = new int[size];
    first = new int[size];
    second = new int[size];
    third = new int[size];
    initial = new double[size];
    for (int i = 0; i < size; i++) {
      Instruction instruction = builder.code.get(i);
      operation[i] = instruction.operation;
      first[i] = instruction.first;
      second[i] = instruction.second;
      third[i] = instruction.third;
      initial[i] = instruction.value;
    }
    this.outputs = outputs;
  }

  /**
   * The tape of {@code outputs} as functions of {@code inputs}.
   *
   * @throws IllegalArgumentException if an output has a name that is no input
   */
  public static Tape of(List<String> inputs, List<Expr> outputs) {
    Builder builder = new Builder(inputs);
    int[] slots = outputs.stream().mapToInt(builder::slot).toArray();
    return new Tape(builder, inputs, slots);
  }

  /** The names of the inputs, in the order of {@link #evaluate}. */
  public List<String> inputs() {
    return inputs;
  }

  /**
   * Computes all outputs.
   *
   * @param in one value for each input; not modified
   * @param out receives one value for each output
   */
  public void evaluate(double[] in, double[] out) {
    double[] slot = initial.clone();
    System.arraycopy(in, 0, slot, 0, inputs.size());
    for (int i = inputs.size(); i < operation.length; i++) {
      double a = slot[first[i]];
      switch (operation[i]) {
        case ADD -> slot[i] = a + slot[second[i]];
        case SUBTRACT -> slot[i] = a - slot[second[i]];
        case MULTIPLY -> slot[i] = a * slot[second[i]];
        case DIVIDE -> slot[i] = a / slot[second[i]];
        case POWER -> slot[i] = Operator.POWER.apply(a, slot[second[i]]);
        case NEGATE -> slot[i] = -a;
        case CONSTANT -> {}
        default ->
            slot[i] = FUNCTIONS[operation[i] - CALL].apply(a, slot[second[i]], slot[third[i]]);
      }
    }
    for (int i = 0; i < outputs.length; i++) {
      out[i] = slot[outputs[i]];
    }
  }

  private static final int ADD = 0;
  private static final int SUBTRACT = 1;
  private static final int MULTIPLY = 2;
  private static final int DIVIDE = 3;
  private static final int POWER = 4;
  private static final int NEGATE = 5;
  private static final int CONSTANT = 6;
  private static final int CALL = 7;
  private static final Function[] FUNCTIONS = Function.values();

  private record Instruction(int operation, int first, int second, int third, double value) {}

  private static final class Builder {
    private final List<Instruction> code = new ArrayList<>();
    private final Map<Instruction, Integer> slots = new HashMap<>();
    private final Map<String, Integer> inputs = new HashMap<>();

    Builder(List<String> names) {
      for (String name : names) {
        inputs.put(name, code.size());
        code.add(new Instruction(CONSTANT, 0, 0, 0, 0));
      }
    }

    int slot(Expr e) {
      if (e instanceof Symbol symbol) {
        Integer input = inputs.get(symbol.name());
        if (input == null) {
          throw new IllegalArgumentException(
              "'%s' is no input; inputs: %s".formatted(symbol.name(), inputs.keySet()));
        }
        return input;
      }
      if (e instanceof Constant constant) {
        return emit(new Instruction(CONSTANT, 0, 0, 0, constant.value()));
      }
      if (e instanceof Negation negation) {
        return emit(new Instruction(NEGATE, slot(negation.of()), 0, 0, 0));
      }
      if (e instanceof Binary binary) {
        int left = slot(binary.left());
        return emit(new Instruction(binary.operator().ordinal(), left, slot(binary.right()), 0, 0));
      }
      Call call = (Call) e;
      int[] a = new int[3];
      for (int i = 0; i < call.arguments().size(); i++) {
        a[i] = slot(call.arguments().get(i));
      }
      return emit(new Instruction(CALL + call.function().ordinal(), a[0], a[1], a[2], 0));
    }

    private int emit(Instruction instruction) {
      return slots.computeIfAbsent(
          instruction,
          made -> {
            code.add(made);
            return code.size() - 1;
          });
    }
  }
}
