package descent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @Test
  void eachSystemHasItsOwnPlaceForData() {
    String home = System.getProperty("user.home");
    assertThat(DataFolder.standard("Linux", Map.of()))
        .isEqualTo(Path.of(home, ".local/share/descent"));
    assertThat(DataFolder.standard("Linux", Map.of("XDG_DATA_HOME", "/srv")))
        .isEqualTo(Path.of("/srv/descent"));
    assertThat(DataFolder.standard("Mac OS X", Map.of()))
        .isEqualTo(Path.of(home, "Library/Application Support/Descent"));
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    var err = new StringWriter();
    int code =
        App.commandLine()
            .setErr(new PrintWriter(err))
            .execute("serve", "--port", "0", "--data", file.toString());
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains(file.toString(), "--data").doesNotContain("\tat ");
  }
}
