package descent.optimizer;

import static descent.optimizer.Hyperparameter.count;
import static descent.optimizer.Hyperparameter.part;

import descent.objective.Evaluation;
import descent.objective.LayerSizes;
import descent.objective.Objective;
import java.util.ArrayList;
import java.util.List;

/**
 * k steps of another optimizer, then back part of the way.
 *
 * @param <S> what the other remembers
 */
final class Lookahead<S> implements Optimizer<Lookahead.State<S>> {
  static final String NAME = "lookahead";
  private static final Quantity SLOW =
      new Quantity("slow", "\\phi", "slow parameters").from(Origin.EACH_K);
  private static final List<Hyperparameter> OWN =
      List.of(
          count("k", "fast steps", "k", 5, 50, "How many fast steps go before a slow one."),
          part(
              "alpha",
              "slow step",
              "α",
              "\\alpha",
              0.5,
              "The part of the way that is kept of k fast steps."));

  /**
   * What is remembered.
   *
   * @param slow where the last slow step ended; never written
   * @param fast what the inner optimizer remembers
   * @param step updates made so far
   */
  record State<S>(double[] slow, S fast, int step) {}

  private final Optimizer<S> inner;
  private final About about;

  /**
   * Goes around {@code inner}.
   *
   * @throws IllegalArgumentException if {@code inner} is itself a lookahead
   */
  Lookahead(Optimizer<S> inner) {
    if (inner instanceof Lookahead) {
      throw new IllegalArgumentException("lookahead goes around another optimizer, not itself.");
    }
    this.inner = inner;
    List<Hyperparameter> all = new ArrayList<>(OWN);
    all.addAll(inner.hyperparameters());
    about =
        new About(
            NAME,
            "Lookahead, " + inner.title(),
            "Lets another optimizer make k steps, then keeps a part of the way.",
            "M. Zhang, J. Lucas, G. Hinton, J. Ba, 2019, arXiv:1907.08610",
            all);
  }

  @Override
  public About about() {
    return about;
  }

  @Override
  public String wire(Hyperparameters h) {
    StringBuilder wire = new StringBuilder(NAME + "(" + inner.wire(h));
    OWN.forEach(own -> wire.append(",%s=%s".formatted(own.name(), own.wire(h.get(own.name())))));
    return wire + ")";
  }

  @Override
  public String tex(Hyperparameters h) {
    return inner.tex(h)
        + " \\qquad \\text{every } k \\text{ steps: } "
        + "\\phi \\leftarrow \\phi + \\alpha (\\theta - \\phi),\\; \\theta \\leftarrow \\phi";
  }

  @Override
  public List<Quantity> quantities() {
    List<Quantity> all = new ArrayList<>(inner.quantities());
    all.add(SLOW);
    return all;
  }

  @Override
  public List<Stage> stages(Hyperparameters h) {
    List<Stage> all = new ArrayList<>(inner.stages(h));
    all.add(new Stage(inner.quantities().size(), SLOW, true, ""));
    return all;
  }

  @Override
  public Class<? extends Objective> needs() {
    return inner.needs();
  }

  @Override
  public boolean buildsMatrix() {
    return inner.buildsMatrix();
  }

  @Override
  public long numbers(LayerSizes sizes, Hyperparameters h) {
    return inner.numbers(sizes, h) + 2 * sizes.weights();
  }

  @Override
  public State<S> init(double[] x, Hyperparameters h) {
    return new State<>(x.clone(), inner.init(x, h), 0);
  }

  @Override
  public Step<State<S>> update(
      Evaluation at, State<S> state, Hyperparameters h, Objective objective) {
    Step<S> fast = inner.update(at, state.fast(), h, objective);
    int step = state.step() + 1;
    boolean back = step % (int) h.get("k") == 0;
    double[] slow = state.slow();
    if (back) {
      slow = Vectors.plus(slow, h.get("alpha"), Vectors.minus(fast.x(), slow));
    }
    List<double[]> rows = new ArrayList<>(List.of(fast.inner()));
    rows.add(slow);
    return new Step<>(
        back ? slow : fast.x(),
        new State<>(slow, fast.state(), step),
        rows.toArray(double[][]::new));
  }
}
