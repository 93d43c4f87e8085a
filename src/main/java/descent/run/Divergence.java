package descent.run;

import descent.objective.TwiceDifferentiable;
import descent.optimizer.OptimizerSpec;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains a divergence by the curvature, and finds a learning rate that does not diverge. */
final class Divergence {
  private static final String RATE = "learning_rate";
  private static final int TRIES = 16;

  private final Run run;
  private final List<Frame> frames;

  Divergence(Run run, List<Frame> frames) {
    this.run = run;
    this.frames = frames;
  }

  /** The same stop with its reason and an offer, where there are any. */
  Stop explain(Stop stop) {
    Double rate = run.entrant().hyperparameters().asMap().get(RATE);
    if (stop.step() == 0 || rate == null || falls()) {
      return stop;
    }
    Optional<Broken> broken = Theory.of(run.entrant()).flatMap(this::broken);
    String because = broken.map(b -> " " + b.words()).orElse("");
    Optional<Double> tame = tame(broken.map(b -> 0.95 * b.edge()).orElse(rate / 2));
    String advice = tame.map(t -> " Try η = " + Numeral.of(t) + ".").orElse("");
    Map<String, Double> offer = tame.map(t -> Map.of(RATE, t)).orElse(Map.of());
    return new Stop(stop.reason(), stop.step(), stop.message() + because + advice, offer);
  }

  /** Whether the loss went down without end: then no learning rate helps. */
  private boolean falls() {
    return frames.get(frames.size() - 1).value() < -Steps.HUGE / 2;
  }

  /** The first frame whose curvature is too much for the learning rate. */
  private Optional<Broken> broken(Theory theory) {
    if (!(run.objective() instanceof TwiceDifferentiable objective)) {
      return Optional.empty();
    }
    return frames.stream()
        .flatMap(
            f -> Curvature.at(objective, f.x()).map(c -> new Broken(f.step(), c, theory)).stream())
        .filter(b -> b.curvature().largest() > 0 && theory.learningRate() > b.edge())
        .findFirst();
  }

  /** Where the learning rate passed its edge. */
  private record Broken(int step, Curvature curvature, Theory theory) {
    double edge() {
      return theory.edge(curvature.largest());
    }

    String words() {
      return "λmax = %s %s, so η = %s is above %s = %s."
          .formatted(
              Numeral.of(curvature.largest()),
              step == 0 ? "at the start" : "at step " + step,
              Numeral.of(theory.learningRate()),
              theory.edgeInWords(),
              Numeral.of(edge()));
    }
  }

  /** The first of {@code preferred} and its halves with which the run does not diverge. */
  private Optional<Double> tame(double preferred) {
    double rate = preferred;
    for (int i = 0; i < TRIES; i++) {
      BigDecimal shorter = new BigDecimal(rate).round(new MathContext(3, RoundingMode.HALF_EVEN));
      double candidate = shorter.doubleValue();
      if (candidate > 0 && !run.rehearsal(candidate(candidate)).diverges()) {
        return Optional.of(candidate);
      }
      rate /= 2;
    }
    return Optional.empty();
  }

  private OptimizerSpec candidate(double rate) {
    OptimizerSpec entrant = run.entrant();
    return new OptimizerSpec(entrant.optimizer(), entrant.hyperparameters().with(RATE, rate));
  }
}
