package descent.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The store that forgets when the program ends: the reference of the contract. */
public final class MemoryStore implements Store {
  private record Answer(String learner, String question) {}

  private final Map<String, String> learners = new HashMap<>();
  private final Map<String, Attempt> attempts = new LinkedHashMap<>();
  private final List<Marking> markings = new ArrayList<>();
  private final Map<Answer, Draft> drafts = new LinkedHashMap<>();
  private final List<Event> events = new ArrayList<>();

  @Override
  public synchronized void enrol(String learner, String codeHash, long at) {
    learners.put(codeHash, learner);
  }

  @Override
  public synchronized Optional<String> learner(String codeHash) {
    return Optional.ofNullable(learners.get(codeHash));
  }

  @Override
  public synchronized Attempt append(Attempt attempt, Marking marking) {
    Attempt stored = attempts.putIfAbsent(attempt.id(), attempt);
    if (stored == null) {
      markings.add(marking);
      return attempt;
    }
    if (!stored.learner().equals(attempt.learner())) {
      throw new IllegalArgumentException("attempt " + attempt.id() + " is another learner's");
    }
    return stored;
  }

  @Override
  public synchronized void append(Marking marking) {
    markings.add(marking);
  }

  @Override
  public synchronized List<Marked> attempts(String learner) {
    return marked(attempt -> attempt.learner().equals(learner));
  }

  @Override
  public synchronized List<Marked> attempts(String learner, String question) {
    return marked(a -> a.learner().equals(learner) && a.question().equals(question));
  }

  @Override
  public synchronized List<Marked> attemptsAt(String question) {
    return marked(attempt -> attempt.question().equals(question));
  }

  private List<Marked> marked(Predicate<Attempt> wanted) {
    return attempts.values().stream()
        .filter(wanted)
        .map(a -> new Marked(a, markings.stream().filter(m -> m.attempt().equals(a.id())).toList()))
        .toList();
  }

  @Override
  public synchronized Draft save(Draft draft) {
    return drafts.merge(
        new Answer(draft.learner(), draft.question()),
        draft,
        (old, made) -> made.revision() > old.revision() ? made : old);
  }

  @Override
  public synchronized List<Draft> drafts(String learner) {
    return drafts.values().stream().filter(d -> d.learner().equals(learner)).toList();
  }

  @Override
  public synchronized void append(Event event) {
    events.add(event);
  }

  @Override
  public synchronized List<Event> events(String learner) {
    return events.stream().filter(e -> e.learner().equals(learner)).toList();
  }

  @Override
  public synchronized void forget(String learner) {
    learners.values().removeIf(learner::equals);
    markings.removeIf(m -> attempts.get(m.attempt()).learner().equals(learner));
    attempts.values().removeIf(a -> a.learner().equals(learner));
    drafts.values().removeIf(d -> d.learner().equals(learner));
    events.removeIf(e -> e.learner().equals(learner));
  }

  @Override
  public void close() {}
}
