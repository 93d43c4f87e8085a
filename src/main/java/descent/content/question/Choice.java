package descent.content.question;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.span;

import descent.content.question.Mark.Note;
import descent.content.question.Mark.Verdict;
import descent.content.source.Prose;
import descent.content.source.Source;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * One or several of the given options; an option's value is its place, from 1.
 *
 * @param several whether more than one option may be chosen
 */
public record Choice(About about, boolean several, List<Option> options) implements Question {
  private static final int MOST_OPTIONS = 12;

  /** An option with what is said to a learner who chose it. */
  public record Option(Prose text, boolean correct, Prose feedback) {}

  public Choice {
    options = List.copyOf(options);
  }

  /** Asks for the one right option. */
  public static Kind ofOne() {
    return new Kind(
        "choice",
        """
        One of 2 to 12 `options`. Each says in `feedback` why a learner may think so and what to \
        ask next; it is shown only to who chose it.\
        """,
        """
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
        """,
        (id, source) -> read(id, source, false));
  }

  /** Asks for all the right options. */
  public static Kind ofSeveral() {
    return new Kind(
        "choices",
        "All right ones of the `options`; who chose only right ones, but not all, is partly right.",
        """
        ```{quiz}
        id: effects
        kind: choices
        text: What does momentum do on a quadratic?
        options:
          - text: It adds up gradients that stay the same.
            correct: true
            feedback: Along the floor of a valley the gradient hardly changes.
          - text: It cancels gradients that alternate.
            correct: true
            feedback: Across a valley they alternate.
          - text: It moves the minimum.
            feedback: Where the gradient is zero, what could push the point away for ever?
        ```
        """,
        (id, source) -> read(id, source, true));
  }

  private static Choice read(String id, Source source, boolean several) {
    return new Choice(About.read(id, source, 10.0, 7.0, 4.0), several, options(source, several));
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

  @Override
  public DomContent fields(Draw draw, List<String> given) {
    return each(
        IntStream.rangeClosed(1, options.size())
            .<DomContent>mapToObj(
                place ->
                    label(
                            input()
                                .withType(several ? "checkbox" : "radio")
                                .withName("answer")
                                .withValue(String.valueOf(place))
                                .withCondChecked(given.contains(String.valueOf(place))),
                            span(words(draw, place)))
                        .withClass("ans"))
            .toArray(DomContent[]::new));
  }

  private DomContent words(Draw draw, int place) {
    return options.get(place - 1).text().with(draw.values()).inline();
  }

  @Override
  public DomContent shown(Draw draw, List<String> answer) {
    return each(answer, value -> div(words(draw, Integer.parseInt(value))));
  }

  @Override
  public Optional<String> flaw(Draw draw, List<String> answer) {
    for (String value : answer) {
      if (!value.matches("[1-9][0-9]{0,2}") || Integer.parseInt(value) > options.size()) {
        return Optional.of(draw.say("An option is a number from 1 to {0}.", options.size()));
      }
    }
    if (answer.isEmpty()) {
      return Optional.of(draw.say("Choose an answer first."));
    }
    return !several && chosen(answer).size() > 1
        ? Optional.of(draw.say("Choose one answer."))
        : Optional.empty();
  }

  private static TreeSet<Integer> chosen(List<String> answer) {
    return new TreeSet<>(answer.stream().map(Integer::valueOf).toList());
  }

  @Override
  public Mark judge(Draw draw, List<String> answer) {
    TreeSet<Integer> chosen = chosen(answer);
    var notes = new ArrayList<Note>();
    for (int place : chosen) {
      Option option = options.get(place - 1);
      String html = option.feedback().with(draw.values()).inline().render();
      notes.add(new Note(String.valueOf(place), option.correct(), html));
    }
    long agree =
        IntStream.rangeClosed(1, options.size())
            .filter(place -> options.get(place - 1).correct() == chosen.contains(place))
            .count();
    if (agree == options.size()) {
      return Mark.right().with(notes);
    }
    boolean partly = several && notes.stream().allMatch(Note::right);
    Mark mark =
        partly
            ? Mark.of(
                Verdict.PARTLY, (double) agree / options.size(), draw.say("Not all of them yet."))
            : Mark.wrong("");
    return mark.with(notes);
  }

  @Override
  public List<Prose> feedback() {
    return options.stream().map(Option::feedback).toList();
  }

  @Override
  public Samples samples(Draw draw) {
    List<String> key =
        places()
            .filter(place -> options.get(place - 1).correct())
            .mapToObj(String::valueOf)
            .toList();
    List<List<String>> wrong =
        places()
            .mapToObj(place -> List.of(String.valueOf(place)))
            .filter(answer -> !answer.equals(key))
            .toList();
    long different = places().mapToObj(place -> words(draw, place).render()).distinct().count();
    if (different < options.size()) {
      throw new IllegalArgumentException("two of the options say the same");
    }
    String beyond = String.valueOf(options.size() + 1);
    return new Samples(
        List.of(key), wrong, List.of(List.of(), List.of("0"), List.of(beyond), List.of("a")));
  }

  private IntStream places() {
    return IntStream.rangeClosed(1, options.size());
  }
}
