package descent.web;

import static org.assertj.core.api.Assertions.assertThat;

import descent.classroom.Regrading;
import descent.classroom.Regrading.Change;
import descent.content.Course;
import descent.content.question.Questions;
import descent.store.MemoryStore;
import descent.store.Store;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose variant it is, which attempt it is, and what a mended key changes: all on the server. */
class VariantsTest {
  private static final String QUESTION =
      """
      kind: number
      text: Three times {{a}}?
      variables:
        a: 1..100000
      answer: %s
      points: [10, 7]
      hints: [Add it up.]
      solution: It is {{3*a}}.
      """;
  private static final Course RIGHT = Questions.course(QUESTION.formatted("3*a"));
  private static final Course WRONG = Questions.course(QUESTION.formatted("2*a"));
  private static final String ANSWER = "/api/answer/q/q";
  private static final String LESSON = "/lessons/q";
  private static final Pattern VARIANT = Pattern.compile("name=\"variant\" value=\"(\\d+)\"");
  private static final Pattern NUMBER = Pattern.compile("Three times ([\\d,]+)\\?");

  private final Store store = new MemoryStore();
  private TestServer server = new TestServer(RIGHT, store);
  private final Client ada = new Client(server);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void eachLearnerHasAnOwnVariantThatStays() {
    Client bob = new Client(server);
    assertThat(variant(ada)).isEqualTo("0").isEqualTo(variant(bob));
    enrol(ada);
    enrol(bob);
    assertThat(variant(ada)).isEqualTo(variant(ada)).isNotEqualTo(variant(bob)).isNotEqualTo("0");
  }

  @Test
  void whoAnswersBeforeBeingKnownGoesOnWithWhatWasSeen() {
    ada.post(ANSWER, "answer=1&variant=0");
    String page = ada.get(LESSON).body();
    assertThat(page).contains("name=\"variant\" value=\"0\"").contains("value=\"1\"");
  }

  @Test
  void attemptsAreCountedHereWhateverTheFormSays() {
    enrol(ada);
    String form = "&attempt=1&variant=" + variant(ada);
    assertThat(Client.json(ada.post(ANSWER, "answer=1" + form)).get("left").asInt()).isEqualTo(1);
    var right = Client.json(ada.post(ANSWER, "answer=" + 3 * asked(ada) + form));
    assertThat(right.get("points").asDouble()).isEqualTo(7);
    assertThat(right.get("solution").asText()).contains("It is");
    var third = ada.post(ANSWER, "answer=2" + form);
    assertThat(third.statusCode()).isEqualTo(409);
    assertThat(Client.json(third).get("detail").asText()).contains("No attempt is left");
    var replay = Client.json(ada.post(ANSWER, "answer=1" + form));
    assertThat(replay.get("verdict").asText()).isEqualTo("wrong");
    assertThat(replay.get("left").asInt()).isZero();
    assertThat(replay.get("solution").asText()).contains("It is");
    assertThat(store.attemptsAt("q/q")).hasSize(2);
  }

  @Test
  void anInvalidAnswerCostsNoAttempt() {
    enrol(ada);
    String form = "&variant=" + variant(ada);
    var reply = Client.json(ada.post(ANSWER, "answer=q" + form));
    assertThat(reply.get("verdict").asText()).isEqualTo("invalid");
    assertThat(reply.get("html").asText()).contains("Unknown name q");
    assertThat(store.attemptsAt("q/q")).isEmpty();
  }

  @Test
  void anotherVariantComesAfterAnAnswer() {
    enrol(ada);
    long first = Long.parseLong(variant(ada));
    long second = first + 1;
    assertThat(variant(ada.get(LESSON + "?q.variant=" + second))).isEqualTo("" + first);
    assertThat(ada.post(ANSWER, "answer=1&variant=" + second).statusCode()).isEqualTo(409);
    ada.post(ANSWER, "answer=1&variant=" + first);
    assertThat(variant(ada.get(LESSON + "?q.variant=" + second))).isEqualTo("" + second);
    assertThat(ada.post(ANSWER, "answer=1&variant=" + second).statusCode()).isEqualTo(200);
    assertThat(variant(ada)).isEqualTo("" + second);
    assertThat(variant(ada.get(LESSON + "?q.variant=" + first))).isEqualTo("" + first);
  }

  @Test
  void thePageOfAMarkOffersAnotherVariantOnlyOnceItIsOpen() {
    String[] page = {"Accept", "text/html"};
    enrol(ada);
    String form = "answer=1&variant=" + variant(ada);
    assertThat(ada.post("/api/hint/q/q", "hint=1&" + form, page).body())
        .contains("Add it up.")
        .doesNotContain("Another variant");
    assertThat(ada.post(ANSWER, "answer=q&variant=" + variant(ada), page).body())
        .contains("Not an answer yet")
        .doesNotContain("Another variant");
    String reply = ada.post(ANSWER, form, page).body();
    String link = group(Pattern.compile("href=\"([^\"]*)\">Another variant"), reply);
    long next = Long.parseLong(variant(ada)) + 1;
    assertThat(variant(ada.get(link.split("#")[0]))).isEqualTo("" + next);
  }

  @Test
  void theMarkOfAnExampleLeadsBackToTheExamples() {
    String reply =
        ada.post("/api/answer/blocks/one-step", "answer=1&variant=0", "Accept", "text/html").body();
    for (String words : List.of("Back to the question", "Another variant")) {
      String link = group(Pattern.compile("href=\"([^\"]*)\">" + words), reply);
      assertThat(link).startsWith("/dev/blocks?").endsWith("#one-step");
      assertThat(ada.get(link.split("#")[0].replace("&amp;", "&")).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"77", "-1", "4711000000", "281474976710656"})
  void aForgedVariantIsRefused(String variant) {
    enrol(ada);
    var reply = ada.post(ANSWER, "answer=1&variant=" + variant);
    assertThat(reply.statusCode()).isEqualTo(409);
    assertThat(Client.json(reply).get("detail").asText()).contains("not yours to answer");
    assertThat(store.attemptsAt("q/q")).isEmpty();
  }

  @Test
  void theVariantOfAnotherLearnerIsRefused() {
    Client bob = new Client(server);
    enrol(ada);
    enrol(bob);
    assertThat(bob.post(ANSWER, "answer=1&variant=" + variant(ada)).statusCode()).isEqualTo(409);
  }

  @Test
  void anAnswerToAnOlderVersionIsRefusedAndCostsNothing() {
    var reply = ada.post(ANSWER, "answer=1&variant=0&version=0123");
    assertThat(reply.statusCode()).isEqualTo(409);
    assertThat(Client.json(reply).get("detail").asText()).contains("was changed", "no attempt");
    assertThat(ada.cookie()).isEmpty();
  }

  @Test
  void aMendedKeyChangesTheMarksOfThoseWhoWereRight() {
    server.close();
    server = new TestServer(WRONG, store);
    Client bob = new Client(server);
    long a = asked(bob);
    bob.post(ANSWER, "answer=" + 3 * a + "&variant=0");
    bob.post(ANSWER, "answer=" + 2 * a + "&variant=0");
    Regrading regrading = new Regrading(store, Clock.systemUTC());
    List<Change> changes = regrading.regrade(RIGHT, false);
    assertThat(changes)
        .extracting(Change::number, Change::before, Change::after)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, "wrong, 0 points", "right, 10 points"),
            org.assertj.core.groups.Tuple.tuple(2, "right, 7 points", "wrong, 0 points"));
    assertThat(regrading.regrade(RIGHT, true)).isEqualTo(changes);
    assertThat(regrading.regrade(RIGHT, true)).isEmpty();
    assertThat(store.attemptsAt("q/q")).allMatch(marked -> marked.markings().size() == 2);
    assertThat(bob.get("/work").body()).contains("Right, marked again", "Not this, marked again");
  }

  @Test
  void aHintIsAnEvent() {
    enrol(ada);
    ada.post("/api/hint/q/q", "hint=1&variant=" + variant(ada));
    assertThat(ada.get("/api/work?format=xapi").body())
        .contains("urn:descent:verb:hinted", "\"hint\":1");
  }

  private static void enrol(Client client) {
    assertThat(client.post("/api/event/completed/q", "").statusCode()).isEqualTo(204);
  }

  private String variant(Client client) {
    return variant(client.get(LESSON));
  }

  private static String variant(HttpResponse<String> page) {
    return group(VARIANT, page.body());
  }

  private static long asked(Client client) {
    String words = client.get(LESSON).body().replaceAll("<[^>]*>", "");
    return Long.parseLong(group(NUMBER, words).replace(",", ""));
  }

  private static String group(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return matcher.group(1);
  }
}
