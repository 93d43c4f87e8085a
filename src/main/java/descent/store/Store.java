package descent.store;

import java.util.List;
import java.util.Optional;

/**
 * What learners did, kept for good: attempts, marks and events are only ever appended.
 *
 * <p>Thread-safe. A call that returned is durable: killing the process afterwards loses nothing.
 * Times are milliseconds since 1970; they are recorded, never used for order.
 */
public interface Store extends AutoCloseable {
  /**
   * Adds a learner.
   *
   * @param learner a new id
   * @param codeHash what {@link #learner} finds the id by; the code itself is never stored
   */
  void enrol(String learner, String codeHash, long at);

  /** The learner whose code has this hash. */
  Optional<String> learner(String codeHash);

  /**
   * Appends an attempt with its first mark, in one transaction; a replay of the same id changes
   * nothing.
   *
   * @return what is stored under the id: {@code attempt}, or the one that came first
   * @throws IllegalArgumentException if the id belongs to another learner
   */
  Attempt append(Attempt attempt, Marking marking);

  /** Appends a later mark of an attempt, for example after a key was mended. */
  void append(Marking marking);

  /** The attempts of a learner in the order of arrival, each with its marks. */
  List<Marked> attempts(String learner);

  /** The attempts of a learner at a question in the order of arrival, each with its marks. */
  List<Marked> attempts(String learner, String question);

  /** All attempts at a question, of all learners, in the order of arrival. */
  List<Marked> attemptsAt(String question);

  /**
   * Keeps an unfinished answer unless a later revision is already kept.
   *
   * @return what is kept now: {@code draft}, or one that is as late or later
   */
  Draft save(Draft draft);

  /** The unfinished answers of a learner. */
  List<Draft> drafts(String learner);

  /** Appends something that happened. */
  void append(Event event);

  /** The events of a learner in the order of arrival. */
  List<Event> events(String learner);

  /** Removes the learner and everything that was kept of them. */
  void forget(String learner);

  @Override
  void close();
}
