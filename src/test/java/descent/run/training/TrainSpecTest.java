package descent.run.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import descent.device.Cards;
import descent.linalg.Algebras;
import descent.model.Datasets;
import descent.run.BadQuery;
import descent.run.Queries;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainSpecTest {
  private static final TrainCatalog CATALOG =
      TrainCatalog.standard(Algebras.onDemand(), Cards.DEVICES);

  private static TrainSpec decode(String query) {
    return TrainSpec.decode(Queries.parse(query), CATALOG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "optimizer=kfac",
        "data=moons&hidden=8,8&activation=relu&batch=50&steps=7&optimizer=adam&optimizer=adam(b1=0)",
        "task=reconstruct&hidden=32-16-8-16-32&seed=3&optimizer=gd&edit=20:gd.learning_rate=0.5",
        "hidden=none&held=0&precision=double&residual=1&normalized=1&optimizer=momentum",
        "optimizer=kfac&edit=9:kfac.fisher=empirical&edit=2:kfac.damping=1e-3",
      })
  void aCanonicalQueryDecodesToItself(String query) {
    TrainSpec spec = decode(query);
    TrainSpec again = decode(spec.query());
    assertThat(again.query()).isEqualTo(spec.query());
    assertThat(again).isEqualTo(spec);
  }

  @Test
  void theDataSayHowManyInputsAndOutputsTheNetworkHas() {
    assertThat(decode("hidden=5&optimizer=gd").network().widths()).containsExactly(64, 5, 10);
    assertThat(decode("task=reconstruct&hidden=5&optimizer=gd").network().widths())
        .containsExactly(64, 5, 64);
    assertThat(decode("data=blobs&hidden=none&optimizer=gd").network().widths())
        .containsExactly(2, 3);
  }

  @Test
  void epochsAreStepsThroughAllTheData() {
    assertThat(decode("epochs=2&batch=100&held=0&optimizer=gd").steps()).isEqualTo(34);
  }

  @Test
  void editsHoldFromTheirStepAndAddUp() {
    TrainSpec spec =
        decode(
            "optimizer=gd&optimizer=adam&edit=5:adam.b1=0.5&edit=2:adam.learning_rate=0.1"
                + "&edit=3:gd.learning_rate=0.2");
    TrainingSpec adam = spec.trainings().get(1);
    assertThat(adam.edits().keySet()).containsExactly(2, 5);
    assertThat(adam.edits().get(5).get("learning_rate")).isEqualTo(0.1);
    assertThat(adam.edits().get(5).get("b1")).isEqualTo(0.5);
    assertThat(spec.trainings().get(0).edits().keySet()).containsExactly(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hidden=5|optimizer|0 optimizers given; 1 to 6 are allowed",
        "optimizer=kfacc|optimizer|is no optimizer",
        "optimizer=kfac(damping=0)|optimizer|The damping must be above 0, got 0",
        "optimizer=gd&data=digit|data|known: digits",
        "optimizer=gd&hidden=5000|hidden|each from 1 to 1000",
        "optimizer=gd&hidden=1,1,1,1,1,1,1,1,1,1,1,1,1|hidden|at most 12 hidden layers",
        "optimizer=gd&hidden=a|hidden|such as 32,16",
        "optimizer=gd&batch=1439|batch|1438 examples to learn from",
        "optimizer=gd&batch=0|batch|whole number",
        "optimizer=gd&steps=100000|steps|20,000",
        "optimizer=gd&steps=20000&every=1|every|20001 frames; at most 2000",
        "optimizer=gd&steps=5&epochs=5|steps|not both",
        "optimizer=gd&held=0.95|held|from 0 to 0.9",
        "optimizer=gd&data=moons&task=reconstruct|task|not between 0 and 1",
        "optimizer=gd&edit=5:gd|edit|120:adam.learning_rate=0.001",
        "optimizer=gd&edit=5:adam.learning_rate=1|edit|There is no optimizer 'adam'",
        "optimizer=gd&edit=5:gd.rate=1|edit|'rate' is unknown",
        "optimizer=gd&edit=5:gd.learning_rate=-1|edit|must be above 0",
        "optimizer=gd&edit=300:gd.learning_rate=1|edit|not before the last",
        "optimizer=gd&device=tpu|device|cpu, reference or opencl:0",
        "optimizer=gd&colour=red|colour|unknown",
        "optimizer=gauss_newton|optimizer|n is 2,778 here, at most 2,000 would be right",
        "optimizer=diagonal_empirical_fisher|optimizer|diagonal_empirical_fisher keeps a matrix",
        "optimizer=natural_gradient|optimizer|natural_gradient keeps a matrix of n columns",
        "optimizer=empirical_fisher|optimizer|n is 2,778 here",
        "optimizer=lookahead(gauss_newton)|optimizer|n is 2,778 here",
        "optimizer=gauss_newton(learning_rate=1,schedule=cosine)|optimizer|n is 2,778 here",
      })
  void whatIsWrongIsSaidWithItsKeyAndWhatWouldBeRight(String line) {
    String[] parts = line.split("\\|");
    BadQuery bad = catchThrowableOfType(BadQuery.class, () -> decode(parts[0]));
    assertThat(bad.complaints())
        .anySatisfy(
            complaint -> {
              assertThat(complaint.key()).isEqualTo(parts[1]);
              assertThat(complaint.message()).contains(parts[2]);
            });
  }

  private static String refusal(String query, String key) {
    return refusal(CATALOG.datasets(), query, key);
  }

  private static String refusal(Datasets datasets, String query, String key) {
    TrainLimits standard = TrainLimits.standard();
    TrainLimits limits =
        new TrainLimits(
            standard.steps(),
            standard.entrants(),
            standard.frames(),
            standard.defaultFrames(),
            standard.layers(),
            standard.width(),
            standard.batch(),
            standard.edits(),
            standard.time(),
            standard.pause(),
            64 << 20,
            standard.matrix());
    TrainCatalog small =
        new TrainCatalog(
            datasets, CATALOG.optimizers(), limits, Algebras.onDemand(), Cards.DEVICES);
    BadQuery bad =
        catchThrowableOfType(BadQuery.class, () -> TrainSpec.decode(Queries.parse(query), small));
    assertThat(bad.complaints()).hasSize(1);
    assertThat(bad.complaints().get(0).key()).isEqualTo(key);
    return bad.complaints().get(0).message();
  }

  /** The files end after their sizes: nothing more is read of them. */
  @Test
  void aSetTooLargeForTheMemoryIsRefusedBeforeItIsRead(@TempDir Path folder) throws IOException {
    Path files = Files.createDirectory(folder.resolve("mnist"));
    ByteBuffer sizes = ByteBuffer.allocate(16);
    sizes.putInt(0x803).putInt(120_000).putInt(28).putInt(28);
    Files.write(files.resolve("train-images-idx3-ubyte"), sizes.array());
    sizes.clear().putInt(0x801).putInt(120_000);
    Files.write(files.resolve("train-labels-idx1-ubyte"), sizes.array());
    String query = "data=mnist&task=reconstruct&optimizer=gd";
    assertThat(refusal(new Datasets(() -> folder), query, "data"))
        .isEqualTo(
            "mnist fills 91 MB of memory; at most 64 MB are allowed here; a larger java -Xmx allows"
                + " more.");
  }

  @Test
  void moreMemoryThanIsAllowedIsRefusedWithTheBatchThatFits() {
    String query = "hidden=500,500,500&optimizer=kfac&batch=";
    String refusal = refusal(query + 1400, "batch");
    assertThat(refusal)
        .startsWith("kfac on 538,510 weights with batches of 1400 need ")
        .contains("at most 64 MB are allowed here: a batch of at most ");
    int fits = Integer.parseInt(refusal.replaceAll(".* (\\d+) would fit\\.", "$1"));
    assertThat(refusal(query + (fits + 1), "batch")).contains(" " + fits + " would fit.");
    assertThat(fits).isBetween(1, 1399);
  }

  @Test
  void aNetworkForWhichNoBatchIsSmallEnoughIsRefusedAsSuch() {
    assertThat(refusal("hidden=1000,1000,1000&optimizer=kfac&optimizer=adam", "hidden"))
        .contains("even a batch of 1 does not fit, a smaller network or fewer optimizers may.");
  }
}
