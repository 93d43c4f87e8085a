package descent.run;

import descent.objective.Box;
import descent.objective.Problem;
import descent.optimizer.Hyperparameter;
import descent.optimizer.OptimizerSpec;
import descent.optimizer.RuleOptimizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Finds the learning rate with which an optimizer shows most of a problem: of 1, 2, 5 × 10ᵏ the one
 * with the lowest mean loss of all whose path from the problem's start stays on its map, with no
 * step longer than a twentieth of it, and does not climb in the end.
 */
public record Pace(Problem problem, int steps) {
  private static final String RATE = "learning_rate";
  private static final double LONGEST = 0.05;
  private static final double ROUNDING = 1e-9;

  /**
   * The rate of an elementwise rule and of lookahead; nothing for other optimizers, whose step is
   * long enough by itself, and where with no rate the path stays on the map.
   */
  public OptionalDouble of(OptimizerSpec entrant) {
    boolean isRule = entrant.optimizer() instanceof RuleOptimizer;
    boolean isPaced = isRule || entrant.optimizer().name().equals("lookahead");
    if (!isPaced || problem.objective().dimension() > 2) {
      return OptionalDouble.empty();
    }
    return entrant.optimizer().hyperparameters().stream()
        .filter(h -> h.name().equals(RATE))
        .flatMap(h -> rates(h).boxed())
        .flatMap(rate -> trial(entrant, rate).stream())
        .min(Comparator.comparingDouble(Trial::loss))
        .map(trial -> OptionalDouble.of(trial.rate()))
        .orElse(OptionalDouble.empty());
  }

  private record Trial(double rate, double loss) {}

  private static DoubleStream rates(Hyperparameter h) {
    return IntStream.rangeClosed(
            (int) Math.floor(Math.log10(h.low())), (int) Math.ceil(Math.log10(h.high())))
        .boxed()
        .flatMap(k -> List.of("1e" + k, "2e" + k, "5e" + k).stream())
        .mapToDouble(Double::parseDouble)
        .filter(rate -> rate >= h.low() && rate <= h.high());
  }

  private Optional<Trial> trial(OptimizerSpec entrant, double rate) {
    OptimizerSpec varied =
        new OptimizerSpec(entrant.optimizer(), entrant.hyperparameters().with(RATE, rate));
    Steps<?> run =
        Run.of(problem.objective(), problem.start(), steps, 1, varied, step -> Optional.empty())
            .iterator();
    Frame frame = run.next();
    double[] losses = new double[steps];
    while (run.hasNext()) {
      Frame next = run.next();
      if (!isOnMap(next.x()) || distance(frame.x(), next.x()) > LONGEST * diagonal()) {
        return Optional.empty();
      }
      losses[next.step() - 1] = next.value();
      frame = next;
    }
    Arrays.fill(losses, frame.step(), steps, frame.value());
    return climbs(losses) || run.stop().reason() == Stop.Reason.DIVERGED
        ? Optional.empty()
        : Optional.of(new Trial(rate, Arrays.stream(losses).sum()));
  }

  /** Whether the last tenth is higher somewhere than all of the second half before it. */
  private static boolean climbs(double[] losses) {
    int last = losses.length * 9 / 10;
    double before = highest(losses, losses.length / 2, last);
    double end = highest(losses, last, losses.length);
    return end - before > ROUNDING * Math.abs(losses[0]);
  }

  private static double highest(double[] losses, int from, int to) {
    return Arrays.stream(losses, from, to).max().orElse(Double.NEGATIVE_INFINITY);
  }

  private boolean isOnMap(double[] x) {
    Box box = problem.box();
    return isWithin(box.x0(), x[0], box.x1())
        && (x.length == 1 || isWithin(box.y0(), x[1], box.y1()));
  }

  private static boolean isWithin(double low, double value, double high) {
    return value >= low && value <= high;
  }

  private double diagonal() {
    Box box = problem.box();
    double height = problem.objective().dimension() == 1 ? 0 : box.y1() - box.y0();
    return Math.hypot(box.x1() - box.x0(), height);
  }

  private static double distance(double[] from, double[] to) {
    double sum = 0;
    for (int i = 0; i < from.length; i++) {
      sum += (to[i] - from[i]) * (to[i] - from[i]);
    }
    return Math.sqrt(sum);
  }
}
