package descent.content.exhibit;

import descent.content.exhibit.Setting.Choice;
import descent.content.exhibit.Setting.Scale;
import descent.content.exhibit.Setting.Seed;
import descent.content.exhibit.Setting.Slide;
import descent.curvature.Spectrum;
import descent.curvature.Spectrum.Density;
import descent.curvature.TrainedHessian;
import descent.linalg.Activation;
import descent.linalg.Algebras;
import descent.linalg.DenseAlgebra;
import descent.model.Dataset;
import descent.model.Digits;
import descent.model.Likelihood;
import descent.model.Network;
import descent.run.Cache;
import descent.run.Query;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code ```{spectrum}}: the eigenvalues of a network's Hessian before and after training.
 *
 * @param hidden width of the hidden layer
 * @param normalized whether it is standardized over the batch
 * @param steps of training
 * @param rate of those steps
 * @param vectors random starts of Lanczos
 * @param lanczos steps from each
 * @param kept what was computed last
 */
public record SpectrumExhibit(
    int hidden,
    boolean normalized,
    int steps,
    double rate,
    int vectors,
    int lanczos,
    long seed,
    Supplier<Algebras> algebras,
    Cache<String, SpectrumExhibit.Spectra> kept)
    implements Exhibit {
  static final int MOST_EXACT = 1_300;
  private static final int EXAMPLES = 300;
  private static final int BATCH = 100;
  private static final int KEPT = 16;

  /**
   * Both densities at one point.
   *
   * @param exact every eigenvalue, where there are few enough
   */
  record Spectra(double loss, Density lanczos, Optional<double[]> exact) {}

  /** The network 64-8-10 on 300 digits. */
  public static SpectrumExhibit plain(Supplier<Algebras> algebras) {
    return new SpectrumExhibit(8, false, 300, 0.3, 4, 40, 0, algebras, new Cache<>(KEPT));
  }

  @Override
  public String name() {
    return "spectrum";
  }

  @Override
  public String doc() {
    return """
    Shows the density of the Hessian's eigenvalues of the network 64-`hidden`-10 on 300 digits, \
    at its random start and after `steps` steps of size `rate`: estimated by stochastic Lanczos \
    quadrature from `vectors` random starts of `lanczos` steps each, and exact where the network \
    has at most 1,300 weights. `normalized` is `0` or `1` (batch normalization).\
    """;
  }

  @Override
  public String example() {
    return """
    ```{spectrum}
    id: bulk
    hidden: 4
    steps: 200
    alt: Two densities, each with a bulk at zero and a few large eigenvalues.
    ```
    """;
  }

  @Override
  public SpectrumExhibit with(Query query) {
    return new SpectrumExhibit(
        (int) query.whole("hidden", hidden, 1, 64),
        query.word("normalized", normalized ? "1" : "0", List.of("0", "1")).equals("1"),
        (int) query.whole("steps", steps, 1, 2_000),
        query.number("rate", rate, 1e-5, 2),
        (int) query.whole("vectors", vectors, 1, 20),
        (int) query.whole("lanczos", lanczos, 2, 100),
        query.whole("seed", seed, 0, Integer.MAX_VALUE),
        algebras,
        kept);
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Slide("hidden", "Hidden width", hidden, 1, 64, Scale.INTEGER_LOG),
        new Choice(
            "normalized",
            "Batch normalization",
            normalized ? "1" : "0",
            List.of(new Choice.Option("0", "without"), new Choice.Option("1", "with"))),
        new Slide("steps", "Training steps", steps, 1, 2_000, Scale.INTEGER_LOG),
        new Slide("rate", "Learning rate", rate, 0.001, 2, Scale.LOG),
        new Slide("vectors", "Random vectors", vectors, 1, 20, Scale.INTEGER),
        new Slide("lanczos", "Lanczos steps", lanczos, 2, 100, Scale.INTEGER_LOG),
        new Seed("seed", seed));
  }

  @Override
  public int columns() {
    return 2;
  }

  Network network() {
    return new Network(
        List.of(64, hidden, 10), Activation.TANH, new Likelihood.Categorical(), false, normalized);
  }

  /** The spectra after so many steps, computed once for all who ask. */
  Spectra spectra(int after) {
    String key =
        "%d %s %d %s %d %d %d".formatted(hidden, normalized, after, rate, vectors, lanczos, seed);
    return kept.get(key).orElseGet(() -> compute(key, after));
  }

  private Spectra compute(String key, int after) {
    DenseAlgebra algebra = algebras.get().fastDouble();
    Dataset digits = Digits.load().first(EXAMPLES);
    TrainedHessian hessian =
        new TrainedHessian(network(), digits, BATCH, after, rate, seed, algebra);
    Density density = Spectrum.density(hessian.operator(), vectors, lanczos, seed);
    boolean few = network().parameters() <= MOST_EXACT;
    Spectra spectra =
        new Spectra(
            hessian.loss(),
            density,
            few ? Optional.of(hessian.eigenvalues(algebra)) : Optional.empty());
    kept.put(key, spectra);
    return spectra;
  }

  @Override
  public Drawing draw(double width, String alternative) {
    return new SpectrumPicture(this, width, alternative).drawing();
  }
}
