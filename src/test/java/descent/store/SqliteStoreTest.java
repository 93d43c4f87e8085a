package descent.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
  @TempDir Path folder;

  @Override
  Store open() {
    return new SqliteStore(folder);
  }

  @Test
  void whatWasSavedIsThereAfterOpeningAgain(@TempDir Path other) {
    try (Store store = new SqliteStore(other)) {
      store.enrol("ada", "hash", 1);
      store.save(new Draft("ada", "q", "v1", 0, "\"kept\"", 1, 1));
    }
    try (Store store = new SqliteStore(other)) {
      assertThat(store.learner("hash")).contains("ada");
      assertThat(store.drafts("ada")).extracting(Draft::answer).containsExactly("\"kept\"");
    }
  }

  @Test
  void whatWasForgottenIsOnNoPageOfTheFile(@TempDir Path other) throws IOException {
    try (Store store = new SqliteStore(other)) {
      store.enrol("ada", "hash", 1);
      store.save(new Draft("ada", "q", "v1", 0, "\"a secret\"", 1, 1));
      assertThat(bytes(other)).anyMatch(text -> text.contains("a secret"));
      store.forget("ada");
      assertThat(bytes(other)).noneMatch(text -> text.contains("a secret"));
    }
  }

  private static List<String> bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(SqliteStoreTest::read).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
