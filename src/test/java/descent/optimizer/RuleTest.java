package descent.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import descent.expr.Expr;
import descent.objective.Evaluation;
import descent.objective.Objective;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTest {
  private static final List<String> COORDINATES = List.of("x", "y", "z");

  static Stream<OptimizerSpec> specs() {
    return OptimizerContractTest.specs().filter(s -> s.optimizer() instanceof RuleOptimizer);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void theAssignmentsOfALoopGiveTheBitsOfThePureUpdate(OptimizerSpec spec) {
    RuleOptimizer optimizer = (RuleOptimizer) spec.optimizer();
    Objective any = Runs.PROBLEMS.of("x + y + z", Map.of()).objective();
    Rule rule = optimizer.rule(spec.hyperparameters());
    Random random = new Random(5);
    double[] x = random.doubles(3, -2, 2).toArray();
    RuleOptimizer.State state = optimizer.init(x, spec.hyperparameters());
    Map<String, Double> memory = memory(rule, spec.hyperparameters(), x);
    for (int t = 1; t <= 25; t++) {
      double[] gradient = random.doubles(3, -1, 1).toArray();
      Step<RuleOptimizer.State> step =
          optimizer.update(new Evaluation(x, 0, gradient), state, spec.hyperparameters(), any);
      x = step.x();
      state = step.state();
      run(rule, memory, t, gradient);
      for (int i = 0; i < COORDINATES.size(); i++) {
        assertThat(memory.get(COORDINATES.get(i))).as("step %d", t).isEqualTo(x[i]);
      }
    }
  }

  /** Every name of the loop with its value before the first step. */
  private static Map<String, Double> memory(Rule rule, Hyperparameters h, double[] x) {
    Map<String, Double> memory = new HashMap<>(h.asMap());
    rule.scalars().forEach(s -> memory.put(s.name(), s.initial().value(h.asMap())));
    for (int i = 0; i < x.length; i++) {
      String coordinate = COORDINATES.get(i);
      memory.put(coordinate, x[i]);
      for (Rule.Slot slot : rule.liveSlots()) {
        memory.put(slot.name() + "_" + coordinate, slot.initial().value(h.asMap()));
      }
    }
    return memory;
  }

  private static void run(Rule rule, Map<String, Double> memory, int t, double[] gradient) {
    memory.put("t", (double) t);
    rule.scalars().forEach(s -> memory.put(s.name(), s.value().value(memory)));
    for (int i = 0; i < gradient.length; i++) {
      String coordinate = COORDINATES.get(i);
      memory.put("g_" + coordinate, gradient[i]);
      rule.assignmentsFor(coordinate).forEach(a -> memory.put(a.target(), a.value().value(memory)));
    }
  }

  @Test
  void whatIsSwitchedOffLeavesNoTrace() {
    OptimizerSpec plain = Runs.OPTIMIZERS.parse("adam");
    Rule rule = ((RuleOptimizer) plain.optimizer()).rule(plain.hyperparameters());
    assertThat(rule.assignmentsFor("x"))
        .extracting(Rule.Assignment::target)
        .containsExactly("m_x", "v_x", "mhat_x", "vhat_x", "x");
    assertThat(rule.liveSlots()).extracting(Rule.Slot::name).containsExactly("m", "v");
    assertThat(rule.assignmentsFor("x"))
        .flatExtracting(a -> a.value().names())
        .doesNotContain("weight_decay", "amsgrad", "bias_correction");
  }

  @Test
  void theFormulaFollowsTheSwitches() {
    assertThat(Runs.OPTIMIZERS.parse("momentum").tex())
        .isEqualTo(
            "\\begin{aligned}g &\\leftarrow \\nabla L(\\theta) \\\\ V &\\leftarrow \\beta V + g"
                + " \\\\ \\theta &\\leftarrow \\theta - \\eta V\\end{aligned}");
    assertThat(Runs.OPTIMIZERS.parse("adam").tex())
        .contains("\\hat m &\\leftarrow \\frac{m}{1 - \\beta_1^{t}}")
        .doesNotContain("v_{\\max}", "\\lambda");
    assertThat(Runs.OPTIMIZERS.parse("adam(amsgrad=1)").tex()).contains("v_{\\max}");
    assertThat(Runs.OPTIMIZERS.parse("adam(bias_correction=0)").tex()).doesNotContain("\\hat");
    assertThat(Runs.OPTIMIZERS.parse("gd(weight_decay=0.1)").tex())
        .contains("g &\\leftarrow g + \\lambda \\theta");
    assertThat(Runs.OPTIMIZERS.parse("gd(schedule=inverse)").tex())
        .contains("\\eta_t &\\leftarrow");
  }

  @Test
  void bindingKeepsTheOrderInWhichARuleWasWritten() {
    Map<String, Expr> bound = Map.of("off", new Expr.Constant(0));
    assertThat(Binding.in(Expr.parse("z*b + off*x - a*(1 - off)"), bound))
        .isEqualTo(Expr.parse("z*b - a"));
  }
}
