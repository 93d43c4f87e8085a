package descent.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.content.Course;
import descent.content.question.Posed;
import descent.content.question.Question;
import descent.content.question.Questions;
import descent.store.MemoryStore;
import descent.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Attempts, what is counted from them, and what is told to other programs. */
class AttemptsTest {
  /** Jumps an hour back each time it is asked. */
  private static final class BackwardClock extends Clock {
    private long now = Instant.parse("2026-03-29T02:00:00Z").toEpochMilli();

    @Override
    public Instant instant() {
      now -= 3_600_000;
      return Instant.ofEpochMilli(now);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static final Course COURSE =
      Questions.course(
          """
          kind: choice
          text: Which one?
          points: [10, 4]
          options:
            - {text: This, correct: true, feedback: Yes.}
            - {text: That, feedback: Why that?}
            - {text: "None, really", feedback: Why not?}
          """);
  private static final Question QUESTION = COURSE.lessons().get(0).questions().get(0);
  private static final Posed POSED = QUESTION.variant(0);

  private final Store store = new MemoryStore();
  private final Clock clock = new BackwardClock();
  private final Attempts attempts = new Attempts(store, clock);

  private List<Result> results() {
    return Transcript.of(store, "ada").results();
  }

  @Test
  void aClockThatJumpsBackChangesNoOrder() {
    attempts.submit("ada", "q", POSED, List.of("2"));
    attempts.submit("ada", "q", POSED, List.of("1"));
    assertThat(results()).extracting(Result::number).containsExactly(1, 2);
    assertThat(results()).extracting(Result::points).containsExactly(0.0, 4.0);
    assertThat(results().get(1).time()).isBefore(results().get(0).time());
  }

  @Test
  void whenNoAttemptIsLeftTheKnownAnswersAreStillTold() {
    attempts.submit("ada", "q", POSED, List.of("2"));
    attempts.submit("ada", "q", POSED, List.of("3"));
    assertThatThrownBy(() -> attempts.submit("ada", "q", POSED, List.of("1")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("answered as often as it may be");
    assertThat(attempts.submit("ada", "q", POSED, List.of("2")).number()).isEqualTo(1);
    assertThat(results()).hasSize(2);
  }

  @Test
  void aQuestionIsDoneWhenItIsRightOrNoAttemptIsLeft() {
    attempts.submit("ada", "q", POSED, List.of("2"));
    assertThat(stage()).isEqualTo(new Progress.Stage(0, 1, false));
    attempts.submit("ada", "q", POSED, List.of("3"));
    assertThat(stage()).isEqualTo(new Progress.Stage(1, 1, true));
  }

  private Progress.Stage stage() {
    return Progress.of(COURSE, Transcript.of(store, "ada")).in("q").orElseThrow();
  }

  @Test
  void theTableHasARowForEachAttempt() {
    attempts.submit("ada", "q", POSED, List.of("2"));
    String[] lines = Export.csv(Transcript.of(store, "ada")).split("\r\n");
    assertThat(lines).hasSize(2);
    assertThat(lines[0]).startsWith("time,lesson,question,version,variant,attempt,answer");
    assertThat(lines[1])
        .isEqualTo(
            "2026-03-29T01:00:00Z,q,q,%s,0,1,2,wrong,0.0,0.0"
                .formatted(QUESTION.about().version()));
  }

  @Test
  void theJsonHoldsAllThatIsKept() throws Exception {
    attempts.submit("ada", "q", POSED, List.of("1"));
    new Drafts(store, clock).save("ada", new Drafts.Typed("q/q", "v", 0, List.of("a \"b\""), 3));
    new Events(store, clock).append("ada", Verb.RAN, "q/figure", Map.of("query", "steps=3"));
    JsonNode all = new ObjectMapper().readTree(Export.json(Transcript.of(store, "ada")));
    assertThat(all.at("/attempts/0/asked").asText()).contains("Which one?");
    assertThat(all.at("/attempts/0/mark/points").asDouble()).isEqualTo(10);
    assertThat(all.at("/drafts/0/answer/0").asText()).isEqualTo("a \"b\"");
    assertThat(all.at("/events/0/data/query").asText()).isEqualTo("steps=3");
    assertThat(all.at("/learner").asText()).isNotEqualTo("ada").isNotEmpty();
  }

  @Test
  void aPredictionIsAnEventOnceHoweverOftenItIsSent() throws Exception {
    Posed posed =
        Questions.posed(
            """
            kind: prediction
            text: Where?
            objective: x^2
            start: [1]
            optimizer: gd(learning_rate=0.1)
            steps: 5
            alt: A parabola.
            """,
            0);
    for (String end : List.of("0.5", "0.5", "0.3")) {
      attempts.submit("ada", "q", posed, List.of(end));
    }
    attempts.submit("ada", "q", posed, List.of("no number"));
    attempts.submit("ada", "q", POSED, List.of("2"));
    Transcript transcript = Transcript.of(store, "ada");
    JsonNode all = new ObjectMapper().readTree(Export.json(transcript));
    assertThat(all.at("/events")).hasSize(2).allMatch(e -> e.at("/object").asText().equals("q/q"));
    assertThat(all.at("/events/1/data/answer/0").asText()).isEqualTo("0.3");
    assertThat(Export.xapi(transcript, "https://course.example"))
        .contains("urn:descent:verb:predicted");
  }

  @Test
  void statementsAreWhatXapiAsksFor() throws Exception {
    attempts.submit("ada", "q", POSED, List.of("1"));
    for (Verb verb : Verb.values()) {
      new Events(store, clock).append("ada", verb, "q", Map.of());
    }
    String json = Export.xapi(Transcript.of(store, "ada"), "https://course.example");
    JsonNode statements = new ObjectMapper().readTree(json);
    assertThat(statements).hasSize(1 + Verb.values().length);
    Set<String> times =
        StreamSupport.stream(statements.spliterator(), false)
            .map(each -> each.get("timestamp").asText())
            .collect(Collectors.toSet());
    assertThat(times).hasSize(statements.size());
    for (JsonNode statement : statements) {
      assertThat(statement.at("/actor/account/homePage").asText())
          .isEqualTo("https://course.example");
      assertThat(java.net.URI.create(statement.at("/verb/id").asText()).isAbsolute()).isTrue();
      assertThat(statement.at("/object/id").asText())
          .startsWith("https://course.example/lessons/q");
    }
    JsonNode answered = statements.get(statements.size() - 1);
    assertThat(answered.at("/verb/id").asText())
        .isEqualTo("http://adlnet.gov/expapi/verbs/answered");
    assertThat(answered.at("/result/score/scaled").asDouble()).isEqualTo(1);
    assertThat(java.util.UUID.fromString(answered.get("id").asText())).isNotNull();
  }
}
