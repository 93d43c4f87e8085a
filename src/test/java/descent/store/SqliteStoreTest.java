package descent.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
      store.save(new Draft("ada", "q", "\"kept\"", 1, 1));
    }
    try (Store store = new SqliteStore(other)) {
      assertThat(store.learner("hash")).contains("ada");
      assertThat(store.drafts("ada")).extracting(Draft::answer).containsExactly("\"kept\"");
    }
  }
}
