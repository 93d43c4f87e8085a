package descent.classroom;

import static descent.words.Words.key;

import descent.content.question.Attempted;
import descent.content.question.Mark;
import descent.content.question.Mark.Verdict;
import descent.content.question.Posed;
import descent.content.question.Prediction;
import descent.store.Attempt;
import descent.store.Marked;
import descent.store.Marking;
import descent.store.Store;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What learners answered: each answer is marked once and kept for good. Thread-safe. */
public final class Attempts {
  private static final int LOCKS = 64;

  private final Store store;
  private final Clock clock;
  private final List<Object> locks = Stream.generate(Object::new).limit(LOCKS).toList();

  public Attempts(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Marks an answer and keeps it, unless it is invalid.
   *
   * <p>The same answer to the same variant is the same attempt, so a double click or a replayed
   * request changes nothing. The number of the attempt is counted here.
   *
   * @param lesson its slug
   * @throws Refusal if no attempt is left, or the variant is not the learner's
   */
  public Attempted submit(String learner, String lesson, Posed posed, List<String> answer) {
    String name = lesson + "/" + posed.question().id();
    synchronized (locks.get(Math.floorMod(learner.hashCode(), LOCKS))) {
      List<Attempt> earlier =
          store.attempts(learner, name).stream()
              .map(Marked::attempt)
              .filter(each -> each.version().equals(posed.question().about().version()))
              .toList();
      Variants.of(learner, name, posed.question(), earlier).check(posed.draw().seed());
      List<String> given =
          earlier.stream()
              .filter(each -> each.variant() == posed.draw().seed())
              .map(Attempt::answer)
              .toList();
      return submit(learner, name, posed, answer, given);
    }
  }

  private Attempted submit(
      String learner, String name, Posed posed, List<String> answer, List<String> given) {
    String json = Json.write(answer);
    int before = given.indexOf(json);
    int most = posed.question().about().credit().attempts();
    if (before < 0 && posed.question().closes() && given.size() >= most) {
      throw new Refusal(
          key("No attempt is left: this variant was answered as often as it may be."));
    }
    int number = before < 0 ? given.size() + 1 : before + 1;
    Attempted attempted = Attempted.of(posed, answer, number);
    if (before < 0 && attempted.mark().verdict() != Verdict.INVALID) {
      keep(learner, name, attempted, json);
    }
    return before < 0 ? attempted : attempted.among(given.size());
  }

  private void keep(String learner, String name, Attempted attempted, String answer) {
    Posed posed = attempted.posed();
    long seed = posed.draw().seed();
    String version = posed.question().about().version();
    String id = Digest.name(learner, name, version, Long.toString(seed), answer);
    String drawn = Json.write(posed.draw().values());
    long now = clock.millis();
    store.append(
        new Attempt(id, learner, name, version, seed, drawn, posed.asked(), answer, now),
        new Marking(id, version, mark(attempted), now));
    if (posed.question() instanceof Prediction) {
      Map<String, ?> said = Map.of("answer", attempted.answer(), "variant", seed);
      new Events(store, clock).append(learner, Verb.PREDICTED, name, said);
    }
  }

  /** A mark as it is stored, with its points. */
  static String mark(Attempted attempted) {
    Mark mark = attempted.mark();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("verdict", mark.verdict().toString().toLowerCase(java.util.Locale.ROOT));
    members.put("credit", mark.credit());
    members.put("points", attempted.points());
    if (!Double.isNaN(mark.measure())) {
      members.put("measure", mark.measure());
    }
    members.put("html", mark.html());
    members.put("notes", mark.notes());
    return Json.write(members);
  }
}
