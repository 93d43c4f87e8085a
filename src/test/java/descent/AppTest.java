package descent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line, verb by verb. */
class AppTest {
  private record Outcome(int code, String out, String err) {}

  @Test
  void serveIsTheVerbWhenNoneIsGiven() {
    assertThat(App.withVerb(new String[] {})).containsExactly("serve");
    assertThat(App.withVerb(new String[] {"--port", "80"}))
        .containsExactly("serve", "--port", "80");
    assertThat(App.withVerb(new String[] {"--help"})).containsExactly("--help");
    assertThat(App.withVerb(new String[] {"check", "x"})).containsExactly("check", "x");
  }

  @Test
  void aRunIsPrintedAsJson() throws Exception {
    Outcome outcome =
        execute("run", "objective=rosenbrock&steps=10&optimizer=adam(learning_rate=0.01)");
    assertThat(outcome.code()).isZero();
    JsonNode frames = new ObjectMapper().readTree(outcome.out()).at("/entrants/0/frames");
    assertThat(frames.get("step")).hasSize(11);
    assertThat(frames.get("x")).hasSize(2);
  }

  @Test
  void aBadQuerySaysEverythingThatIsWrong() {
    Outcome outcome = execute("run", "objective=rosenbrock&steps=-1&optimizer=adma");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("steps: ", "optimizer: ", "adma").doesNotContain("\tat ");
  }

  @Test
  void checkingAFolderThatIsNotThereSaysSo(@TempDir Path folder) {
    Outcome outcome = execute("check", folder.resolve("nothing").toString());
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("is no folder");
  }

  @Test
  void imagesComeFromTheFoldersInThatOfTheFlag(@TempDir Path folder) throws IOException {
    Path lesson = Files.createDirectories(folder.resolve("course/01-images")).resolve("index.md");
    Files.writeString(
        lesson,
        """
        ---
        title: Images
        objectives: [Read.]
        ---

        ```{train}
        data: fashion_mnist
        batch: 4
        waits: true
        optimizer: gd
        alt: A curve.
        ```
        """);
    Path images = Files.createDirectories(folder.resolve("images/fashion-mnist"));
    String[] check = {
      "check", "--idx", images.getParent().toString(), folder.resolve("course").toString()
    };
    Outcome without = execute(check);
    assertThat(without.code()).isEqualTo(1);
    assertThat(without.out())
        .contains("index.md:7: Fashion-MNIST is not in " + images, "give another folder");
    ByteBuffer pixels = ByteBuffer.allocate(16 + 20 * 4);
    pixels.putInt(0x803).putInt(20).putInt(2).putInt(2);
    Files.write(images.resolve("train-images-idx3-ubyte"), pixels.array());
    ByteBuffer labels = ByteBuffer.allocate(8 + 20);
    labels.putInt(0x801).putInt(20);
    Files.write(images.resolve("train-labels-idx1-ubyte"), labels.array());
    Outcome with = execute(check);
    assertThat(with.out()).contains("1 lessons are fine");
    assertThat(with.code()).isZero();
  }

  @Test
  void theDevicesAreListedWithTheirRates() {
    Outcome outcome = execute("devices");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("cpu ", "reference ", " GFLOP/s").contains("OpenCL");
  }

  @Test
  void aDeviceThatIsNotHereIsNotTimed() {
    Outcome outcome = execute("bench", "--device", "opencl:99");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).startsWith("There is no opencl:99 here (").doesNotContain("\tat ");
  }

  private static Outcome execute(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        App.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Outcome(code, out.toString(), err.toString());
  }
}
