package descent.verify;

import com.fasterxml.jackson.databind.JsonNode;
import descent.expr.Precision;
import descent.objective.Evaluation;
import descent.objective.Formula;
import descent.optimizer.Hyperparameters;
import descent.optimizer.Optimizer;
import descent.optimizer.OptimizerSpec;
import descent.optimizer.Optimizers;
import descent.optimizer.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trajectories of torch's optimizers on expressions. */
final class OptimizerForm implements Form {
  private static final double TOLERANCE = 1e-10;
  private static final double ONE_SHOT = 1e-12;
  private static final double CARD_DOUBLE = 1e-8;
  private static final double CARD_SINGLE = 5e-3;
  private final Optimizers optimizers;
  private final Optional<CardPaths> cards;

  OptimizerForm(Optimizers optimizers) {
    this(optimizers, Optional.empty());
  }

  /** Steps elementwise rules by {@code cards}, if given, and skips all others. */
  OptimizerForm(Optimizers optimizers, Optional<CardPaths> cards) {
    this.optimizers = optimizers;
    this.cards = cards;
  }

  @Override
  public boolean reads(JsonNode file) {
    return file.path("cases").path(0).has("optimizer");
  }

  @Override
  public List<Verdict> verdicts(JsonNode file) {
    List<Verdict> verdicts = new ArrayList<>();
    file.path("cases").forEach(c -> verdicts.add(verdict(c)));
    return verdicts;
  }

  private Verdict verdict(JsonNode c) {
    String id = Functions.need(c, "id").asText();
    String torch = Functions.need(c, "optimizer").asText();
    if (torch.equals("NAdam")) {
      return Verdict.skipped(
          id, "torch 1.13 has a factor too many; NAdam_doc is the documented formula");
    }
    OptimizerSpec spec;
    try {
      spec = optimizers.parse(TorchOptimizer.wire(torch, Functions.need(c, "hyper")));
    } catch (IllegalArgumentException e) {
      return Verdict.skipped(id, String.valueOf(e.getMessage()));
    }
    Errors errors = new Errors();
    Formula f = Functions.formula(c);
    try {
      compare(path(spec, f, c), f, c, torch.equals("LBFGS"), errors);
    } catch (IllegalArgumentException e) {
      return Verdict.skipped(id, String.valueOf(e.getMessage()));
    }
    return errors.verdict(id);
  }

  private List<double[]> path(OptimizerSpec spec, Formula f, JsonNode c) {
    if (cards.isEmpty()) {
      return path(spec.optimizer(), spec.hyperparameters(), f, c);
    }
    double[] start = Functions.numbers(Functions.need(c, "x0"));
    return cards.get().of(spec, f, start, Functions.need(c, "steps").intValue());
  }

  private double tolerance(JsonNode c) {
    double usual = c.path("param_tol").asDouble(TOLERANCE);
    return cards
        .map(paths -> paths.precision() == Precision.SINGLE ? CARD_SINGLE : CARD_DOUBLE)
        .map(least -> Math.max(least, usual))
        .orElse(usual);
  }

  private void compare(
      List<double[]> path, Formula f, JsonNode c, boolean lastOnly, Errors errors) {
    JsonNode times = Functions.need(c, "t");
    double tolerance = tolerance(c);
    for (int i = 0; i < times.size(); i++) {
      int t = times.get(i).intValue();
      JsonNode reference = Functions.need(c, "params").get(i);
      if (!lastOnly || i == times.size() - 1) {
        errors.compare("params at t=" + t, path.get(t), reference, tolerance);
      }
      Evaluation at = f.at(Functions.numbers(reference));
      errors.compare("loss at t=" + t, at.value(), c.path("loss").path(i), ONE_SHOT);
      errors.compare("grad at t=" + t, at.gradient(), c.path("grad").path(i), ONE_SHOT);
    }
  }

  private static <S> List<double[]> path(
      Optimizer<S> optimizer, Hyperparameters h, Formula f, JsonNode c) {
    double[] x = Functions.numbers(Functions.need(c, "x0"));
    S state = optimizer.init(x, h);
    List<double[]> path = new ArrayList<>(List.of(x));
    for (int t = 0; t < Functions.need(c, "steps").intValue(); t++) {
      Evaluation at = f.at(x);
      Step<S> step = optimizer.update(at, state, h, f);
      if (!stays(at, step, c.path("hyper"))) {
        x = step.x();
        state = step.state();
      }
      path.add(x);
    }
    return path;
  }

  /** Whether torch stops here: its L-BFGS stands still at a small gradient or slope. */
  private static boolean stays(Evaluation at, Step<?> step, JsonNode hyper) {
    if (!hyper.has("tolerance_grad")) {
      return false;
    }
    double largest = 0;
    double slope = 0;
    for (int i = 0; i < at.x().length; i++) {
      largest = Math.max(largest, Math.abs(at.gradient()[i]));
      slope += at.gradient()[i] * step.inner()[0][i];
    }
    return largest <= hyper.path("tolerance_grad").doubleValue()
        || slope > -hyper.path("tolerance_change").doubleValue();
  }
}
