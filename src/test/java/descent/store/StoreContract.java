package descent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store must do; each implementation inherits these tests. */
abstract class StoreContract {
  private Store store;

  /** A new, empty store. */
  abstract Store open();

  @BeforeEach
  void openStore() {
    store = open();
    store.enrol("ada", "hash-of-ada", 1);
    store.enrol("bob", "hash-of-bob", 2);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private static Attempt attempt(String id, String learner, String answer) {
    return new Attempt(
        id, learner, "momentum/velocity", "v1", 1L << 40, "{}", "<p>?</p>", answer, 10);
  }

  private static Marking marking(String attempt, String mark) {
    return new Marking(attempt, "v1", mark, 10);
  }

  @Test
  void aLearnerIsFoundByTheHashOfTheCode() {
    assertThat(store.learner("hash-of-ada")).contains("ada");
    assertThat(store.learner("hash-of-eve")).isEmpty();
  }

  @Test
  void attemptsComeBackInTheOrderOfArrival() {
    store.append(attempt("2", "ada", "\"b\""), marking("2", "{}"));
    store.append(attempt("1", "ada", "\"a\""), marking("1", "{}"));
    store.append(attempt("3", "bob", "\"c\""), marking("3", "{}"));
    assertThat(store.attempts("ada")).extracting(m -> m.attempt().id()).containsExactly("2", "1");
    assertThat(store.attempts("ada", "momentum/velocity")).isEqualTo(store.attempts("ada"));
    assertThat(store.attempts("ada", "momentum/steady")).isEmpty();
    assertThat(store.attemptsAt("momentum/velocity")).hasSize(3);
    assertThat(store.attempts("ada").get(0).attempt().variant()).isEqualTo(1L << 40);
  }

  @Test
  void aReplayedAttemptIsKeptOnceAsItCameFirst() {
    Attempt first = attempt("1", "ada", "\"a\"");
    store.append(first, marking("1", "{\"credit\":1}"));
    assertThat(store.append(attempt("1", "ada", "\"b\""), marking("1", "{}"))).isEqualTo(first);
    assertThat(store.attempts("ada")).hasSize(1);
    assertThat(store.attempts("ada").get(0).markings()).hasSize(1);
  }

  @Test
  void anAttemptOfAnotherLearnerIsRefused() {
    store.append(attempt("1", "ada", "\"a\""), marking("1", "{}"));
    assertThatThrownBy(() -> store.append(attempt("1", "bob", "\"b\""), marking("1", "{}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another learner");
    assertThat(store.attempts("bob")).isEmpty();
  }

  @Test
  void aLaterMarkCountsAndTheEarlierOneStays() {
    store.append(attempt("1", "ada", "\"a\""), marking("1", "{\"credit\":0}"));
    store.append(new Marking("1", "v2", "{\"credit\":1}", 20));
    Marked marked = store.attempts("ada").get(0);
    assertThat(marked.markings()).hasSize(2);
    assertThat(marked.marking().mark()).isEqualTo("{\"credit\":1}");
  }

  @Test
  void anOlderDraftNeverReplacesANewerOne() {
    Draft kept = new Draft("ada", "q", "v1", 0, "\"new\"", 7, 1);
    assertThat(store.save(kept)).isEqualTo(kept);
    assertThat(store.save(new Draft("ada", "q", "v1", 0, "\"old\"", 6, 2))).isEqualTo(kept);
    assertThat(store.save(new Draft("ada", "q", "v2", 1, "\"same\"", 7, 3))).isEqualTo(kept);
    assertThat(store.drafts("ada")).extracting(Draft::answer).containsExactly("\"new\"");
  }

  @Test
  void forgettingRemovesEverythingOfOneLearnerOnly() {
    for (String learner : List.of("ada", "bob")) {
      store.append(attempt(learner, learner, "1"), marking(learner, "{}"));
      store.save(new Draft(learner, "q", "v1", 0, "1", 1, 1));
      store.append(new Event(learner, "answered", "q", "{}", 1));
    }
    store.forget("ada");
    assertThat(store.learner("hash-of-ada")).isEmpty();
    assertThat(store.attempts("ada")).isEmpty();
    assertThat(store.drafts("ada")).isEmpty();
    assertThat(store.events("ada")).isEmpty();
    assertThat(store.attempts("bob")).hasSize(1);
    assertThat(store.events("bob")).hasSize(1);
  }

  @Test
  void parallelWritersLoseAndDoubleNothing() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Attempt>> writes =
          IntStream.range(0, 200)
              .<Callable<Attempt>>mapToObj(
                  i ->
                      () ->
                          store.append(
                              attempt("id" + i / 2, "ada", "\"" + i / 2 + "\""),
                              marking("id" + i / 2, "{}")))
              .toList();
      for (var written : pool.invokeAll(writes)) {
        written.get();
      }
    } finally {
      pool.shutdown();
    }
    assertThat(store.attempts("ada")).hasSize(100).allMatch(m -> m.markings().size() == 1);
  }
}
