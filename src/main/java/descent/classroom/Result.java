package descent.classroom;

import com.fasterxml.jackson.databind.JsonNode;
import descent.content.question.Question;
import descent.store.Attempt;
import descent.store.Marked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An attempt as it counts now.
 *
 * @param number of the attempt at this variant, from 1
 * @param mark the one that counts
 * @param isRegraded whether it earns other points than at first
 */
public record Result(Attempt attempt, int number, JsonNode mark, boolean isRegraded) {
  private record Variant(String question, String version, long seed) {}

  /** All attempts of one learner, in the order of arrival, numbered by variant. */
  static List<Result> of(List<Marked> attempts) {
    Map<Variant, Integer> numbers = new HashMap<>();
    List<Result> results = new ArrayList<>();
    for (Marked marked : attempts) {
      Attempt attempt = marked.attempt();
      var variant = new Variant(attempt.question(), attempt.version(), attempt.variant());
      int number = numbers.merge(variant, 1, Integer::sum);
      JsonNode mark = Json.read(marked.marking().mark());
      JsonNode first = Json.read(marked.markings().get(0).mark());
      boolean isRegraded = !mark.path("points").equals(first.path("points"));
      results.add(new Result(attempt, number, mark, isRegraded));
    }
    return results;
  }

  /** {@code lesson/question}. */
  public String name() {
    return attempt.question();
  }

  public String version() {
    return attempt.version();
  }

  /** The seed of the question's draw. */
  public long variant() {
    return attempt.variant();
  }

  /** The numbers of that draw. */
  public Map<String, Double> drawn() {
    return Json.numbers(attempt.drawn());
  }

  /** The question of that draw, as HTML. */
  public String asked() {
    return attempt.asked();
  }

  public Instant time() {
    return Instant.ofEpochMilli(attempt.at());
  }

  public String lesson() {
    return attempt.question().substring(0, attempt.question().indexOf('/'));
  }

  /** The question's id in its lesson. */
  public String question() {
    return attempt.question().substring(attempt.question().indexOf('/') + 1);
  }

  /** The values of the form's fields. */
  public List<String> answer() {
    return Json.texts(attempt.answer());
  }

  /** In small letters, such as {@code right}. */
  public String verdict() {
    return mark.path("verdict").asText().toLowerCase(java.util.Locale.ROOT);
  }

  /** From 0 to 1. */
  public double credit() {
    return mark.path("credit").asDouble();
  }

  public double points() {
    return mark.path("points").asDouble();
  }

  /** Whether no attempt at the variant is left after this one. */
  boolean isLast(Question question) {
    return question.closes() && number >= question.about().credit().attempts();
  }

  /** Whether nothing is left to try: right, or done what was asked. */
  public boolean isDone() {
    return verdict().equals("right") || verdict().equals("noted");
  }
}
