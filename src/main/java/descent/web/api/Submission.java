package descent.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.content.question.Question;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a form of a question sends, as a form or as JSON.
 *
 * @param answer the values of the form's fields
 * @param version of the question that was answered; empty if unsaid
 * @param variant the seed of the variant that was answered
 * @param attempt its number, from 1
 * @param hint the number of the hint that is asked for, from 1
 * @param revision of a draft; 0 for an answer
 */
record Submission(
    List<String> answer, String version, long variant, int attempt, int hint, long revision) {
  private static final int MOST_VALUES = 100;
  private static final int MOST_CHARACTERS = 20_000;
  private static final int MOST_ATTEMPTS = 1_000_000;

  Submission {
    answer = List.copyOf(answer);
    if (answer.size() > MOST_VALUES) {
      throw new BadRequestResponse(
          "An answer has at most %d values, not %d.".formatted(MOST_VALUES, answer.size()));
    }
    int characters = answer.stream().mapToInt(String::length).sum();
    if (characters > MOST_CHARACTERS) {
      throw new ContentTooLargeResponse(
          "An answer has at most %d characters, not %d.".formatted(MOST_CHARACTERS, characters));
    }
  }

  static Submission of(Context ctx) {
    return ctx.isJson() ? read(ctx.body()) : read(ctx.formParamMap());
  }

  /** Refuses what was typed for another version of the question. */
  void check(Question question) {
    if (!version.isEmpty() && !version.equals(question.about().version())) {
      throw new ConflictResponse(
          "The question was changed since this page was opened. Open the page anew and answer"
              + " there; this costs no attempt.");
    }
  }

  /** The same from the query of an address. */
  static Submission ofQuery(Context ctx) {
    return read(ctx.queryParamMap());
  }

  private static Submission read(Map<String, List<String>> fields) {
    return new Submission(
        fields.getOrDefault("answer", List.of()),
        String.join("", fields.getOrDefault("version", List.of())),
        whole(fields, "variant", 0),
        (int) Math.min(MOST_ATTEMPTS, whole(fields, "attempt", 1)),
        (int) Math.min(MOST_ATTEMPTS, whole(fields, "hint", 1)),
        0);
  }

  private static long whole(Map<String, List<String>> fields, String key, long absent) {
    String text = String.join("", fields.getOrDefault(key, List.of()));
    if (text.isEmpty()) {
      return absent;
    }
    if (!text.matches("-?\\d{1,18}")) {
      throw new BadRequestResponse(key + " is a whole number, not " + text + ".");
    }
    return Long.parseLong(text);
  }

  private static Submission read(String body) {
    try {
      JsonNode members = new ObjectMapper().readTree(body);
      JsonNode answer = members.path("answer");
      if (answer.isMissingNode() || answer.isObject()) {
        throw new BadRequestResponse("The body should be {\"answer\": [\"…\"]}.");
      }
      var values = new ArrayList<String>();
      if (answer.isArray()) {
        answer.forEach(value -> values.add(value.asText()));
      } else {
        values.add(answer.asText());
      }
      return new Submission(
          values,
          members.path("version").asText(),
          members.path("variant").asLong(),
          members.path("attempt").asInt(1),
          members.path("hint").asInt(1),
          members.path("revision").asLong());
    } catch (JsonProcessingException e) {
      throw new BadRequestResponse("The body is no JSON; it should be {\"answer\": [\"…\"]}.");
    }
  }
}
