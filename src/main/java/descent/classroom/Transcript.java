package descent.classroom;

import descent.content.question.Question;
import descent.store.Attempt;
import descent.store.Draft;
import descent.store.Event;
import descent.store.Store;
import descent.words.Words;
import java.util.List;
import java.util.Optional;

/**
 * All that is kept of one learner, each in the order of arrival.
 *
 * @param learner the id; empty for a reader of whom nothing is kept
 */
public record Transcript(
    String learner, List<Result> results, List<Draft> drafts, List<Event> events) {
  /** Nothing is kept. */
  public static final Transcript NONE = new Transcript("", List.of(), List.of(), List.of());

  public Transcript {
    results = List.copyOf(results);
    drafts = List.copyOf(drafts);
    events = List.copyOf(events);
  }

  public static Transcript of(Store store, String learner) {
    return new Transcript(
        learner, Result.of(store.attempts(learner)), store.drafts(learner), store.events(learner));
  }

  /** Whether nobody is known here yet. */
  public boolean isEmpty() {
    return learner.isEmpty();
  }

  /**
   * What the learner finds at a question: the variant that is being answered.
   *
   * @param lesson its slug
   * @param wanted the seed of a variant that is asked for; it is shown if it is the learner's
   */
  public Standing standing(String lesson, Question question, Optional<Long> wanted, Words words) {
    String name = lesson + "/" + question.id();
    List<Result> results = at(name, question);
    List<Attempt> attempts = results.stream().map(Result::attempt).toList();
    Variants variants = Variants.of(learner, name, question, attempts);
    Optional<Draft> draft =
        drafts.stream()
            .filter(each -> each.question().equals(name))
            .filter(each -> each.version().equals(question.about().version()))
            .filter(each -> variants.isOpen(each.variant()))
            .findFirst();
    long seed =
        wanted
            .filter(variants::isOpen)
            .or(() -> draft.map(Draft::variant))
            .orElseGet(variants::current);
    List<Result> here = results.stream().filter(each -> each.variant() == seed).toList();
    List<String> answers = here.stream().map(each -> each.attempt().answer()).toList();
    String given =
        draft
            .filter(each -> each.variant() == seed)
            .map(Draft::answer)
            .orElseGet(() -> answers.isEmpty() ? "[]" : answers.get(answers.size() - 1));
    return new Standing(
        seed, Json.texts(given), here.size(), Standing.words(question, here, words));
  }

  private List<Result> at(String name, Question question) {
    return results.stream()
        .filter(result -> result.name().equals(name))
        .filter(result -> result.version().equals(question.about().version()))
        .toList();
  }

  /** The objects of what was done by {@code verb}, the earliest first. */
  List<String> objects(Verb verb) {
    return events.stream()
        .filter(event -> event.verb().equals(verb.toString()))
        .map(Event::object)
        .toList();
  }
}
