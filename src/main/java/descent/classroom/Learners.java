package descent.classroom;

import descent.store.Store;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Who is learning: anonymous from the first click, found again by a {@link ResumeCode}. */
public final class Learners {
  /** A new learner's id with the only copy of the code. */
  public record Enrolled(String learner, ResumeCode code) {}

  private final Store store;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public Learners(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Adds a learner. */
  public Enrolled enrol() {
    Enrolled enrolled = new Enrolled(UUID.randomUUID().toString(), ResumeCode.random(random));
    store.enrol(enrolled.learner(), enrolled.code().hash(), clock.millis());
    return enrolled;
  }

  /** What a page may call a learner: neither the id nor the code can be had from it. */
  public static String tag(String learner) {
    return Digest.name(learner).substring(0, 8);
  }

  /** Removes a learner with everything that was kept of them. */
  public void forget(String learner) {
    store.forget(learner);
  }

  /** The learner whose code {@code text} is. */
  public Optional<String> find(String text) {
    return ResumeCode.read(text).map(ResumeCode::hash).flatMap(store::learner);
  }
}
