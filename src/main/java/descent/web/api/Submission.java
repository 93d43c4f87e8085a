package descent.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;

/**
 * What a form of a question sends, as a form or as JSON.
 *
 * @param answer the values of the form's fields
 * @param revision of a draft; 0 for an answer
 */
record Submission(List<String> answer, long revision) {
  private static final int MOST_VALUES = 100;
  private static final int MOST_CHARACTERS = 20_000;

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
    return ctx.isJson() ? read(ctx.body()) : new Submission(ctx.formParams("answer"), 0);
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
      return new Submission(values, members.path("revision").asLong());
    } catch (JsonProcessingException e) {
      throw new BadRequestResponse("The body is no JSON; it should be {\"answer\": [\"…\"]}.");
    }
  }
}
