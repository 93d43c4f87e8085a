package descent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program on a machine whose OpenCL is missing or broken: it starts, explains and computes. */
@EnabledOnOs(OS.LINUX)
class WithoutOpenClTest {
  private static final String LOG = "The course is at ";
  @TempDir private Path folder;

  @Test
  void withoutAnyDriverTheProcessorComputes() throws IOException, InterruptedException {
    serves(Map.of("OCL_ICD_VENDORS", "/nonexistent"), "there is no OpenCL platform");
  }

  @Test
  void aDriverThatDoesNotLoadIsLeftOut() throws IOException, InterruptedException {
    Path vendors = Files.createDirectory(folder.resolve("vendors"));
    Files.writeString(vendors.resolve("broken.icd"), "libbroken.so\n");
    serves(Map.of("OCL_ICD_VENDORS", vendors.toString()), "there is no OpenCL platform");
  }

  @Test
  void withoutTheLibraryTheProcessorComputes() throws IOException, InterruptedException {
    Path library = Files.createDirectory(folder.resolve("library"));
    Files.createFile(library.resolve("libOpenCL.so.1"));
    serves(Map.of("LD_LIBRARY_PATH", library.toString()), "OpenCL did not load");
  }

  private void serves(Map<String, String> environment, String reason)
      throws IOException, InterruptedException {
    Process process = start(environment);
    try (BufferedReader log = process.inputReader()) {
      String url = log.lines().filter(line -> line.contains(LOG)).findFirst().orElseThrow();
      String root = url.substring(url.indexOf(LOG) + LOG.length()).strip();
      assertThat(get(root + "devices")).contains(reason, "reference").doesNotContain("opencl:0");
      String sweep =
          "api/sweep?objective=himmelblau&resolution=8&steps=5&optimizer=gd(learning_rate=0.01)"
              + "&over=start&device=opencl:0";
      assertThat(get(root + sweep)).contains("There is no opencl:0 here", "\"device\":\"cpu\"");
      String training = "api/train?steps=2&optimizer=gd&device=opencl:0";
      assertThat(get(root + training)).contains("There is no opencl:0 here", "\"device\":\"cpu\"");
      assertThat(get(root + "api/exhibit/roofline?device=opencl:0"))
          .contains("There is no opencl:0");
      assertThat(get(root + "dev/blocks"))
          .contains("Computed on")
          .doesNotContain("value=\"opencl:0\"");
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private Process start(Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "descent.App",
            "serve",
            "--port",
            "0",
            "--data",
            folder.resolve("data").toString());
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).start();
  }

  private static String get(String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(url).isEqualTo(200);
    return answer.body();
  }
}
