package descent.classroom;

import static java.nio.charset.StandardCharsets.US_ASCII;

import descent.store.Draft;
import descent.store.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A learner's transcript for other programs; it names nobody. */
public final class Export {
  private static final List<String> COLUMNS =
      List.of(
          "time",
          "lesson",
          "question",
          "version",
          "variant",
          "attempt",
          "answer",
          "verdict",
          "credit",
          "points");

  private Export() {}

  /** Everything, as one JSON object. */
  public static String json(Transcript transcript) {
    return Json.write(
        members(
            "learner", Learners.tag(transcript.learner()),
            "attempts", transcript.results().stream().map(Export::attempt).toList(),
            "drafts", transcript.drafts().stream().map(Export::draft).toList(),
            "events", transcript.events().stream().map(Export::event).toList()));
  }

  /** The attempts as a table by RFC 4180. */
  public static String csv(Transcript transcript) {
    return Stream.concat(
            Stream.of(String.join(",", COLUMNS)), transcript.results().stream().map(Export::row))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  /**
   * Answers and events in the order of time as xAPI 1.0.3 statements.
   *
   * @param home address of the course, such as {@code http://127.0.0.1:7070}
   */
  public static String xapi(Transcript transcript, String home) {
    Map<String, Object> actor =
        members(
            "objectType",
            "Agent",
            "account",
            members("homePage", home, "name", Learners.tag(transcript.learner())));
    List<Map<String, Object>> statements = new ArrayList<>();
    transcript.results().forEach(r -> statements.add(statement(actor, home, r)));
    transcript.events().forEach(e -> statements.add(statement(actor, home, e)));
    statements.sort(Comparator.comparing(each -> Instant.parse((String) each.get("timestamp"))));
    return Json.write(statements);
  }

  private static Map<String, Object> attempt(Result result) {
    return members(
        "time", result.time().toString(),
        "lesson", result.lesson(),
        "question", result.question(),
        "version", result.version(),
        "variant", result.variant(),
        "attempt", result.number(),
        "asked", result.asked(),
        "answer", result.answer(),
        "mark", result.mark(),
        "marked_again", result.isRegraded());
  }

  private static Map<String, Object> draft(Draft draft) {
    return members(
        "time", time(draft.at()),
        "question", draft.question(),
        "version", draft.version(),
        "variant", draft.variant(),
        "answer", Json.texts(draft.answer()));
  }

  private static Map<String, Object> event(Event event) {
    return members(
        "time", time(event.at()),
        "verb", event.verb(),
        "object", event.object(),
        "data", Json.read(event.data()));
  }

  private static String row(Result result) {
    return Stream.of(
            result.time().toString(),
            result.lesson(),
            result.question(),
            result.version(),
            result.variant(),
            result.number(),
            String.join("; ", result.answer()),
            result.verdict(),
            result.credit(),
            result.points())
        .map(value -> cell(String.valueOf(value)))
        .collect(Collectors.joining(","));
  }

  private static String cell(String text) {
    return text.matches("[\\w.:-]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static Map<String, Object> statement(
      Map<String, Object> actor, String home, Result result) {
    Map<String, Object> statement =
        statement(actor, home, Verb.ANSWERED, result.name(), result.attempt().at());
    statement.put(
        "id", UUID.nameUUIDFromBytes(result.attempt().id().getBytes(US_ASCII)).toString());
    statement.put(
        "result",
        members(
            "success", result.isDone(),
            "score", members("scaled", result.credit()),
            "response", String.join("[,]", result.answer())));
    return statement;
  }

  private static Map<String, Object> statement(
      Map<String, Object> actor, String home, Event event) {
    Verb verb = Verb.valueOf(event.verb().toUpperCase(Locale.ROOT));
    Map<String, Object> statement = statement(actor, home, verb, event.object(), event.at());
    statement.put(
        "context",
        members("extensions", members("urn:descent:extension:data", Json.read(event.data()))));
    return statement;
  }

  private static Map<String, Object> statement(
      Map<String, Object> actor, String home, Verb verb, String object, long at) {
    return members(
        "actor", actor,
        "verb", members("id", verb.iri(), "display", members("en", verb.toString())),
        "object",
            members("objectType", "Activity", "id", home + "/lessons/" + object.replace('/', '#')),
        "timestamp", time(at));
  }

  private static String time(long at) {
    return Instant.ofEpochMilli(at).toString();
  }

  private static Map<String, Object> members(Object... namesAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return members;
  }
}
