package descent.optimizer;

import static descent.optimizer.Hyperparameter.amount;
import static descent.optimizer.Hyperparameter.choice;
import static descent.optimizer.Hyperparameter.count;
import static descent.optimizer.Hyperparameter.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How the learning rate changes with the step t, for any optimizer that has one. */
public final class Schedule {
  private static final List<Hyperparameter> HYPERPARAMETERS =
      List.of(
          choice(
              "schedule",
              "schedule",
              List.of("constant", "step", "inverse", "inverse_sqrt", "cosine"),
              "How the learning rate falls: not, by a factor every period, as 1/t, as 1/√t, or"
                  + " along a cosine to its end."),
          count(
              "period",
              "period",
              "T",
              100,
              1000,
              "The steps until the rate has fallen by the factor, to 1/2, to 1/√2, or to its end."),
          part(
              "factor",
              "factor",
              "γ",
              "\\gamma",
              0.1,
              "What the rate is multiplied by each period, or what is left at the cosine's end."),
          amount(
              "warmup",
              "warm-up",
              "W",
              "W",
              0,
              100,
              "The steps in which the rate rises from zero."));

  private static final Set<String> NAMES =
      HYPERPARAMETERS.stream().map(Hyperparameter::name).collect(Collectors.toUnmodifiableSet());

  private static final String FALL =
      "select(schedule - 3.5, factor + (1 - factor)*(1 + cos(pi*min((t - 1)/period, 1)))/2,"
          + " select(schedule - 2.5, 1/sqrt(1 + (t - 1)/period),"
          + " select(schedule - 1.5, 1/(1 + (t - 1)/period),"
          + " select(schedule - 0.5, level, 1))))";

  private Schedule() {}

  /** The hyperparameters that a schedule adds to an optimizer. */
  public static List<Hyperparameter> hyperparameters() {
    return HYPERPARAMETERS;
  }

  /** Whether one of {@code names} is a schedule's. */
  static boolean isNamedIn(Set<String> names) {
    return names.stream().anyMatch(NAMES::contains);
  }

  /**
   * The same optimizer with a schedule.
   *
   * @throws IllegalArgumentException if it has no learning rate
   */
  static Optimizer<?> around(Optimizer<?> optimizer) {
    if (optimizer.hyperparameters().stream().noneMatch(h -> h.name().equals("learning_rate"))) {
      throw new IllegalArgumentException(
          "%s finds its own step; a schedule needs a learning rate.".formatted(optimizer.title()));
    }
    return optimizer instanceof RuleOptimizer rule
        ? new RuleOptimizer(about(optimizer), rule.rule().scaled("learning_rate", scalars()))
        : new Scheduled<>(optimizer, about(optimizer));
  }

  /** The scalars of a rule, of which the last is the scheduled learning rate. */
  static List<Rule.Scalar> scalars() {
    return Rule.rule()
        .scalar("due", "period", "select(t - due - 0.5, due + period, due)", "T_{\\text{next}}")
        .scalar(
            "level",
            "1",
            "select(t - 1, select(due - t - period + 1.5, level*factor, level), 1)",
            "\\ell")
        .scalar(
            "scheduled",
            "0",
            "learning_rate*select(warmup, min(t/warmup, 1), 1)*" + FALL,
            "\\eta_t")
        .build()
        .scalars();
  }

  private static About about(Optimizer<?> optimizer) {
    List<Hyperparameter> all = new ArrayList<>(optimizer.hyperparameters());
    all.addAll(HYPERPARAMETERS);
    About about = optimizer.about();
    return new About(about.name(), about.title(), about.summary(), about.paper(), all);
  }
}
