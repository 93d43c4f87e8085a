package descent;

import static org.assertj.core.api.Assertions.assertThat;

import descent.content.Course;
import descent.web.Assets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program out of its jar, where no folder of the project is near. */
class PackedTest {
  @Test
  void foldersOfOneJarAreOpenedOneAfterTheOther(@TempDir Path folder) throws IOException {
    URI jar = URI.create("jar:" + folder.resolve("descent.jar").toUri());
    try (FileSystem packed = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      for (String name : List.of("content", "static")) {
        copy(Path.of(name), packed.getPath("/" + name));
      }
    }
    Course fromJar = new App().course(Packed.path(new URL(jar + "!/content")));
    Assets assets = new Assets(Packed.path(new URL(jar + "!/static")));
    assertThat(fromJar.lessons()).hasSameSizeAs(new App().course(Path.of("content")).lessons());
    assertThat(assets.url("js/main.js")).isEqualTo(new Assets(Path.of("static")).url("js/main.js"));
    assertThat(assets.importMap(Map.of()))
        .isEqualTo(new Assets(Path.of("static")).importMap(Map.of()));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(file -> copyOne(file, to.resolve(from.relativize(file).toString())));
    }
  }

  private static void copyOne(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
