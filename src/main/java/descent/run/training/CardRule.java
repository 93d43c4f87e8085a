package descent.run.training;

import descent.device.CardNetwork;
import descent.expr.Program;
import descent.model.Dataset;
import descent.optimizer.Hyperparameters;
import descent.optimizer.Rule;
import descent.optimizer.RuleOptimizer;
import descent.optimizer.RuleScalars;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Steps of an elementwise rule, many in one turn. */
final class CardRule implements CardSteps {
  private final RuleOptimizer optimizer;
  private final Dataset train;
  private final int batch;
  private final RuleScalars scalars = new RuleScalars();

  CardRule(RuleOptimizer optimizer, Dataset train, int batch) {
    this.optimizer = optimizer;
    this.train = train;
    this.batch = batch;
  }

  @Override
  public int most() {
    return CardNetwork.MOST_STEPS;
  }

  @Override
  public double[] steps(CardNetwork network, int[] rows, Hyperparameters h) {
    Rule rule = optimizer.rule(h);
    Program program = rule.program();
    Map<String, Double> slots =
        rule.liveSlots().stream()
            .collect(Collectors.toMap(Rule.Slot::name, slot -> slot.initial().value(h.asMap())));
    double[][] shared = new double[rows.length / batch][];
    Arrays.setAll(shared, step -> scalars.next(rule, program, h));
    return network.train(train, rows, program, slots, shared);
  }
}
