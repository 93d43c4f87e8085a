package descent.content.directive;

import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.fieldset;
import static j2html.TagCreator.form;
import static j2html.TagCreator.legend;
import static j2html.TagCreator.span;

import descent.content.markdown.Width;
import descent.content.question.Choice;
import descent.content.question.Choice.Option;
import descent.content.question.Question;
import descent.content.source.Source;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;

/** A question that the server marks. */
public final class QuizDirective implements Directive {

  private static final List<String> KINDS = List.of("choice", "choices");
  private static final int MOST_OPTIONS = 12;

  /** A card with the question and its fields; the key and the feedback are not in it. */
  private record Quiz(Caption caption, String lesson, Question question) implements Block {

    @Override
    public Width width() {
      return Width.CARD;
    }

    @Override
    public List<Question> questions() {
      return List.of(question);
    }

    @Override
    public DomContent html() {
      var number = span(caption.number()).withClass("qn");
      return form(
              fieldset(legend(number, question.text().inline()), question.fields()),
              div(button("Check").withClass("btn primary").withType("submit")).withClass("row"))
          .withId(caption.id())
          .withClass("quiz ui")
          .withMethod("post")
          .withAction("/api/answer/" + lesson + "/" + question.id())
          .attr("data-block", "quiz");
    }
  }

  @Override
  public String name() {
    return "quiz";
  }

  @Override
  public String doc() {
    return "A question with options. `kind: choice` asks for one of them, `kind: choices` for all"
        + " that are right. Each option says in `feedback` why a learner may think so and what to"
        + " ask next; it is shown only to who chose it, and neither it nor the key is in the page.";
  }

  @Override
  public String example() {
    return """
    ```{quiz}
    id: velocity
    kind: choice
    text: The gradient is the same at every step and $\\beta = 0.9$. How long does the step become?
    options:
      - text: 10 times $\\eta g$
        correct: true
        feedback: The sum $1+\\beta+\\beta^2+\\cdots$ is $1/(1-\\beta)$.
      - text: It grows without limit.
        feedback: It grows, but each old gradient shrinks by 0.9 again. What does the sum approach?
    ```
    """;
  }

  @Override
  public String counted() {
    return "Question";
  }

  @Override
  public Block parse(Source source, Caption caption) {
    if (!source.has("id")) {
      source.error("id", "'id' is missing: answers are kept under it, so it must not change");
    }
    boolean several = source.word("kind", "choice", KINDS).equals("choices");
    var text = source.prose("text");
    if (text.isEmpty()) {
      source.error("text", "'text' is missing: what is asked?");
    }
    var question = new Choice(caption.id(), text, several, options(source, several));
    return new Quiz(caption, source.lesson(), question);
  }

  private static List<Option> options(Source source, boolean several) {
    var options = new ArrayList<Option>();
    for (Source item : source.items("options")) {
      Option option =
          new Option(item.prose("text"), item.flag("correct", false), item.prose("feedback"));
      if (option.text().isEmpty()) {
        item.error("text", "'text' is missing: what does the option say?");
      }
      if (option.feedback().isEmpty()) {
        item.error("feedback", "'feedback' is missing: what helps who chose this?");
      }
      options.add(option);
    }
    if (options.size() < 2 || options.size() > MOST_OPTIONS) {
      source.error("options", "options are 2 to " + MOST_OPTIONS + ", not " + options.size());
      return options;
    }
    long right = options.stream().filter(Option::correct).count();
    if (several ? right == 0 : right != 1) {
      source.error(
          "options",
          "%s of the options is 'correct: true', not %d"
              .formatted(several ? "at least one" : "exactly one", right));
    }
    return options;
  }
}
