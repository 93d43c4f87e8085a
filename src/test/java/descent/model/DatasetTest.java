package descent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTest {
  @Test
  void digitsHaveTenClassesAndPixelsFromZeroToOne() {
    Dataset digits = Digits.load();
    assertThat(digits.size()).isEqualTo(1797);
    assertThat(digits.inputs().columns()).isEqualTo(64);
    assertThat(digits.classes()).isEqualTo(10);
    assertThat(digits.inputs().get(0, 3)).isEqualTo(13 / 16.0);
    assertThat(digits.targets().get(9, 0)).isEqualTo(9);
    assertThat(digits.credit()).contains("CC BY 4.0");
  }

  @Test
  void idxFilesAreReadPlainAndGzipped(@TempDir Path folder) throws IOException {
    byte[] images = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 0, 51, (byte) 255, 1, 2, 3};
    Files.write(folder.resolve("train-images-idx3-ubyte"), images);
    try (DataOutputStream out =
        new DataOutputStream(
            new GZIPOutputStream(
                Files.newOutputStream(folder.resolve("train-labels-idx1-ubyte.gz"))))) {
      out.write(new byte[] {0, 0, 8, 1, 0, 0, 0, 2, 7, 4});
    }
    assertThat(Idx.isPresent(folder, "train")).isTrue();
    assertThat(Idx.isPresent(folder, "t10k")).isFalse();
    Dataset data = Idx.load("tiny", folder, "train", "");
    assertThat(data.inputs().get(0, 1)).isCloseTo(0.2, within(1e-7));
    assertThat(data.inputs().get(0, 2)).isEqualTo(1);
    assertThat(data.targets().get(1, 0)).isEqualTo(4);
  }

  @Test
  void aWrongIdxFileIsNamed(@TempDir Path folder) throws IOException {
    Files.write(folder.resolve("train-images-idx3-ubyte"), new byte[] {0, 0, 8, 1, 0, 0, 0, 2});
    assertThatThrownBy(() -> Idx.load("tiny", folder, "train", ""))
        .hasMessage("train-images-idx3-ubyte starts with 2049, should be 2051");
    assertThatThrownBy(() -> Idx.load("tiny", folder, "t10k", ""))
        .hasMessageContaining("no file t10k-images-idx3-ubyte.gz");
  }

  @Test
  void fashionMnistHasSixtyThousandImages() {
    Datasets datasets = Datasets.installed();
    Assumptions.assumeTrue(
        datasets.missing("fashion_mnist").isEmpty(),
        () -> datasets.missing("fashion_mnist").orElse(""));
    Dataset fashion = datasets.load("fashion_mnist");
    assertThat(fashion.size()).isEqualTo(60_000);
    assertThat(fashion.inputs().columns()).isEqualTo(784);
    assertThat(fashion.targets().get(0, 0)).isEqualTo(9);
  }

  @Test
  void anAbsentFolderAndAnUnknownNameGiveTheReason(@TempDir Path folder) {
    Datasets datasets = new Datasets(() -> folder);
    assertThatThrownBy(() -> datasets.load("fashion_mnist"))
        .hasMessageContaining("install dataset-fashion-mnist");
    assertThatThrownBy(() -> datasets.load("mnist"))
        .hasMessage(
            "MNIST is not in %s; put its IDX files there, or give another folder of such folders by"
                + " --idx.",
            folder.resolve("mnist"));
    assertThatThrownBy(() -> datasets.load("emnist")).hasMessageContaining("known: [digits");
  }

  /** Two images of 1 × 2 pixels with their labels. */
  private static void images(Path folder, int first, int... labels) throws IOException {
    Files.createDirectories(folder);
    byte[] pixels = {
      0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, (byte) first, 0, 0, (byte) 255
    };
    Files.write(folder.resolve("train-images-idx3-ubyte"), pixels);
    byte[] classes = {0, 0, 8, 1, 0, 0, 0, 2, (byte) labels[0], (byte) labels[1]};
    try (var out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("train-labels-idx1-ubyte.gz")))) {
      out.write(classes);
    }
  }

  @Test
  void eachSetOfImagesComesFromItsOwnFolder(@TempDir Path folder) throws IOException {
    images(folder.resolve("mnist"), 51, 7, 9);
    images(folder.resolve("fashion-mnist"), 102, 0, 10);
    Datasets datasets = new Datasets(() -> folder);
    Dataset mnist = datasets.load("mnist");
    assertThat(datasets.bytes("mnist")).isEqualTo(2 * 2 + 4 * 2);
    assertThat(mnist.name()).isEqualTo("mnist");
    assertThat(mnist.credit()).contains("LeCun");
    assertThat(mnist.inputs().get(0, 0)).isCloseTo(0.2, within(1e-7));
    assertThat(mnist.inputs().get(1, 1)).isEqualTo(1);
    assertThat(mnist.targets().get(1, 0)).isEqualTo(9);
    assertThatThrownBy(() -> datasets.load("fashion_mnist"))
        .hasMessageContaining("label 2 of fashion_mnist", "is 10; 0 to 9 would be right");
  }

  @Test
  void aPartOfAReconstructionHoldsItsInputsOnce() {
    Dataset digits = Digits.load().reconstruction();
    Dataset.Split cut = digits.cut(0.2, 100);
    assertThat(cut.train().targets()).isSameAs(cut.train().inputs());
    assertThat(cut.test().targets()).isSameAs(cut.test().inputs());
  }

  private static Dataset csv(String text, boolean classes) throws IOException {
    return Csv.read(
        "a.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), classes, "");
  }

  @Test
  void csvSkipsALineOfNames() throws IOException {
    Dataset data = csv("x,y,class\n1,2.5,0\n\n3,4,2\n", true);
    assertThat(data.size()).isEqualTo(2);
    assertThat(data.inputs().get(0, 1)).isEqualTo(2.5);
    assertThat(data.classes()).isEqualTo(3);
  }

  @Test
  void csvMistakesNameFileLineAndColumn() {
    assertThatThrownBy(() -> csv("1,2,0\n1,two,0\n", true))
        .hasMessage("a.csv:2: 'two' in column 2 is no number");
    assertThatThrownBy(() -> csv("1,2,0\n1,0\n", true))
        .hasMessage("a.csv:2: 2 numbers, should be 3");
    assertThatThrownBy(() -> csv("1,2,0.5\n", true))
        .hasMessageContaining("a.csv:1: the last column");
    assertThatThrownBy(() -> csv("1,NaN\n", false)).hasMessageContaining("not finite");
    assertThatThrownBy(() -> csv("\n", false)).hasMessage("a.csv has no examples");
  }

  @Test
  void generatedPointsAreTheSameForTheSameSeed() {
    for (Generated.Shape shape : Generated.Shape.values()) {
      Dataset a = Generated.points(shape, 60, 0.1, 0.2, 5);
      Dataset b = Generated.points(shape, 60, 0.1, 0.2, 5);
      Dataset c = Generated.points(shape, 60, 0.1, 0.2, 6);
      assertThat(a.inputs().toRows()).isDeepEqualTo(b.inputs().toRows());
      assertThat(a.inputs().get(0, 0)).isNotEqualTo(c.inputs().get(0, 0));
    }
  }

  @Test
  void labelNoiseChangesItsShareOfLabels() {
    Dataset clean = Generated.points(Generated.Shape.BLOBS, 6000, 0.1, 0, 5);
    Dataset noisy = Generated.points(Generated.Shape.BLOBS, 6000, 0.1, 0.3, 5);
    int changed = 0;
    for (int i = 0; i < 6000; i++) {
      changed += clean.targets().get(i, 0) != noisy.targets().get(i, 0) ? 1 : 0;
    }
    assertThat(changed / 6000.0).isCloseTo(0.3, within(0.03));
  }

  @Test
  void theCircleWithoutNoiseHasItsRadii() {
    Dataset circles = Generated.points(Generated.Shape.CIRCLES, 50, 0, 0, 1);
    for (int i = 0; i < 50; i++) {
      double radius = Math.hypot(circles.inputs().get(i, 0), circles.inputs().get(i, 1));
      assertThat(radius).isCloseTo(circles.targets().get(i, 0) == 0 ? 1 : 0.5, within(1e-12));
    }
  }

  @Test
  void aLinearTruthWithoutNoiseIsItsMean() {
    LinearTruth truth = new LinearTruth(1, -2, 0.5, 0);
    Dataset data = truth.draw(20, 3);
    for (int i = 0; i < 20; i++) {
      assertThat(data.targets().get(i, 0)).isEqualTo(truth.mean(data.inputs().get(i, 0)));
    }
    assertThatThrownBy(() -> new LinearTruth(0, 0, 0, -1)).hasMessageContaining("noise");
  }

  @Test
  void standardizedInputsHaveMeanZeroAndVarianceOne() {
    Dataset digits = Digits.load();
    Dataset.Split split = digits.split(0.2, 1);
    Standardization standardization = Standardization.of(split.train());
    Standardization after = Standardization.of(standardization.apply(split.train()));
    for (int j = 0; j < 64; j++) {
      assertThat(after.mean()[j]).isCloseTo(0, within(1e-5));
      assertThat(after.deviation()[j]).isCloseTo(1, within(1e-4));
    }
    assertThat(split.train().size() + split.test().size()).isEqualTo(1797);
    assertThat(standardization.apply(split.test()).size()).isEqualTo(359);
  }

  @Test
  void anEpochVisitsEveryExampleOnce() {
    Batches batches = new Batches(20, 5, 7);
    Set<Integer> seen = new HashSet<>();
    for (int step = 0; step < 4; step++) {
      Arrays.stream(batches.rows(step)).forEach(seen::add);
    }
    assertThat(seen).hasSize(20);
    assertThat(new Batches(20, 5, 7).rows(9)).isEqualTo(batches.rows(9));
    assertThat(batches.rows(0)).isNotEqualTo(batches.rows(4));
  }

  @Test
  void aBatchLargerThanTheDataIsRefusedWithBothNumbers() {
    assertThatThrownBy(() -> new Batches(20, 21, 0))
        .hasMessage("a batch must have 1 to 20 examples (all there are), got 21");
  }
}
