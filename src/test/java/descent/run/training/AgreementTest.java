package descent.run.training;

import static org.assertj.core.api.Assertions.assertThat;

import descent.device.Card;
import descent.device.Cards;
import descent.device.OnEachCard;
import descent.linalg.Activation;
import descent.linalg.Algebras;
import descent.linalg.DenseAlgebra;
import descent.linalg.Precision;
import descent.model.Dataset;
import descent.model.Digits;
import descent.model.Likelihood;
import descent.model.Network;
import descent.model.NetworkObjective;
import descent.run.Queries;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every device and precision gives what the reference gives, within one table. */
class AgreementTest {
  /**
   * A row of the table: the largest error allowed, relative to the largest number of the quantity.
   *
   * @param quantity at one point of the weights
   */
  private record Row(
      String quantity,
      Function<NetworkObjective, double[]> quantityAt,
      double fastDouble,
      double fastSingle) {}

  private static final double[] X = weights();

  private static final List<Row> TABLE =
      List.of(
          new Row("loss", f -> new double[] {f.value(X)}, 1e-14, 2e-6),
          new Row("gradient", f -> f.at(X).gradient(), 1e-13, 5e-6),
          new Row("Gauss-Newton product", f -> f.gaussNewtonTimes(X, X), 1e-13, 1e-5),
          new Row("Hessian product", f -> f.hessianTimes(X, X), 1e-13, 1e-5),
          new Row("Fisher diagonal", f -> f.fisherDiagonal(X), 1e-13, 1e-5),
          new Row("exact Fisher matrix", f -> flat(f.fisher(X)), 1e-13, 1e-5),
          new Row("empirical Fisher matrix", f -> flat(f.gradientSecondMoment(X)), 1e-13, 1e-5),
          new Row("Hessian", f -> flat(f.hessian(X)), 1e-13, 2e-5));

  /** Losses of a training of 30 steps; errors grow along the way. */
  private static final double TRAINED_DOUBLE = 1e-9;

  private static final double TRAINED_SINGLE = 2e-3;

  private static final String SMALL = "hidden=12&batch=64&steps=30&every=5";

  /** Worth several threads. */
  private static final String LARGE = "hidden=600&batch=1200&steps=4&every=1";

  private static final Algebras ALGEBRAS = Algebras.load();
  private static final TrainService SERVICE =
      new TrainService(TrainCatalog.standard(() -> ALGEBRAS, Cards.DEVICES), 1);

  private static Network network() {
    return Network.of(new Likelihood.Categorical(), Activation.TANH, 64, 6, 5, 10);
  }

  private static double[] weights() {
    return network().coordinates(network().initial(3, Precision.DOUBLE));
  }

  private static double[] flat(double[][] rows) {
    return Stream.of(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  static Stream<Row> table() {
    return TABLE.stream();
  }

  @ParameterizedTest
  @MethodSource("table")
  void bothFastAlgebrasGiveWhatTheReferenceGives(Row row) {
    double[] exact = at(row, ALGEBRAS.reference());
    assertClose(at(row, ALGEBRAS.fastDouble()), exact, row.fastDouble());
    assertClose(at(row, ALGEBRAS.fast()), exact, row.fastSingle());
  }

  private static double[] at(Row row, DenseAlgebra algebra) {
    Dataset digits = Digits.load().first(60);
    return row.quantityAt().apply(new NetworkObjective(network(), digits, algebra));
  }

  private static void assertClose(double[] ours, double[] exact, double relative) {
    assertThat(ours).hasSameSizeAs(exact);
    double largest = Arrays.stream(exact).map(Math::abs).max().orElseThrow();
    double error =
        IntStream.range(0, exact.length)
            .mapToDouble(i -> Math.abs(ours[i] - exact[i]))
            .max()
            .orElseThrow();
    assertThat(error).isLessThanOrEqualTo(relative * largest);
  }

  static Stream<String> optimizers() {
    return Stream.of("gd(learning_rate=0.1)", "momentum", "adam(learning_rate=0.01)", "kfac");
  }

  private static TrainSpec spec(String optimizer, String size, String where) {
    return TrainSpec.decode(
        Queries.parse(size + "&optimizer=" + optimizer + where), SERVICE.catalog());
  }

  private static double[] losses(String optimizer, String size, String where) {
    return SERVICE.result(spec(optimizer, size, where)).curves().get(0).moments().stream()
        .mapToDouble(moment -> moment.frame().loss())
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void bothPrecisionsTrainAsTheReferenceDoes(String optimizer) {
    double[] exact = losses(optimizer, SMALL, "&device=reference");
    assertClose(losses(optimizer, SMALL, "&precision=double"), exact, TRAINED_DOUBLE);
    assertClose(losses(optimizer, SMALL, "&precision=single"), exact, TRAINED_SINGLE);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void severalThreadsTrainALargeNetworkAsTheReferenceDoes(String wire) {
    String optimizer = wire.equals("kfac") ? "kfac(fisher=exact)" : wire;
    TrainSpec spec = spec(optimizer, LARGE, "");
    assertThat(SERVICE.catalog().threads(spec))
        .isEqualTo(Runtime.getRuntime().availableProcessors());
    double[] exact = losses(optimizer, LARGE, "&device=reference");
    assertClose(losses(optimizer, LARGE, "&precision=double"), exact, TRAINED_DOUBLE);
    assertClose(losses(optimizer, LARGE, "&precision=single"), exact, TRAINED_SINGLE);
  }

  @OnEachCard
  void everyCardTrainsAsTheReferenceDoes(Card card) {
    optimizers()
        .limit(3)
        .forEach(
            optimizer ->
                assertClose(
                    losses(optimizer, SMALL, "&device=" + card.device().id()),
                    losses(optimizer, SMALL, "&device=reference"),
                    TRAINED_SINGLE));
  }
}
