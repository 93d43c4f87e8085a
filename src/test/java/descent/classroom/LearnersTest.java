package descent.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import descent.store.MemoryStore;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LearnersTest {
  private final Learners learners = new Learners(new MemoryStore(), Clock.systemUTC());

  @Test
  void aCodeFindsItsLearnerHoweverItIsTyped() {
    Learners.Enrolled ada = learners.enrol();
    Learners.Enrolled bob = learners.enrol();
    String shown = ada.code().toString();
    assertThat(shown).matches("(.{4}-){3}.{4}");
    assertThat(learners.find(shown)).contains(ada.learner());
    assertThat(learners.find(" " + shown.toLowerCase(Locale.ROOT).replace("-", " ")))
        .contains(ada.learner());
    assertThat(learners.find(shown.replace('0', 'O').replace('1', 'l'))).contains(ada.learner());
    assertThat(learners.find(bob.code().toString())).contains(bob.learner());
  }

  @Test
  void whatIsNoCodeFindsNobody() {
    assertThat(learners.find("")).isEmpty();
    assertThat(learners.find("0000-0000-0000-0000")).isEmpty();
    assertThat(learners.find("U".repeat(16))).isEmpty();
    assertThat(learners.find("1".repeat(1_000_000))).isEmpty();
  }
}
