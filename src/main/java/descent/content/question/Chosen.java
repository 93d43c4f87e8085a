package descent.content.question;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.label;
import static j2html.TagCreator.span;

import descent.content.source.Expression;
import descent.content.source.Source;
import descent.optimizer.Hyperparameter;
import descent.optimizer.OptimizerSpec;
import descent.optimizer.Optimizers;
import descent.plot.Numbers;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Hyperparameters of one optimizer that a learner chooses.
 *
 * @param names in the order of the fields
 * @param initial what they are before
 */
record Chosen(List<String> names, OptimizerSpec initial, Optimizers optimizers) {

  /**
   * Reports to {@code source} an {@code example} without a value for each name of {@code choose}.
   */
  static void check(Source source, List<String> names, List<Expression> example) {
    if (names.isEmpty() || names.size() != example.size()) {
      source.error(
          "example",
          "'example' has %d values for the %d names of 'choose'"
              .formatted(example.size(), names.size()));
    }
  }

  private List<Hyperparameter> hyperparameters() {
    return names.stream().map(this::hyperparameter).toList();
  }

  private Hyperparameter hyperparameter(String name) {
    return initial.optimizer().hyperparameters().stream()
        .filter(h -> h.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(initial.optimizer().name() + " has no " + name));
  }

  /** The values before, as in the fields. */
  List<String> values() {
    return names.stream()
        .map(this::hyperparameter)
        .map(h -> Numbers.field(initial.hyperparameters().get(h.name())))
        .toList();
  }

  DomContent fields(Draw draw, List<String> given) {
    List<String> values = given.size() == names.size() ? given : values();
    return div(each(
            IntStream.range(0, names.size())
                .<DomContent>mapToObj(i -> field(draw, hyperparameter(names.get(i)), values, i))
                .toArray(DomContent[]::new)))
        .withClass("coordinates");
  }

  private static DomContent field(Draw draw, Hyperparameter h, List<String> values, int place) {
    return label(
            span(draw.say(h.label()) + " " + h.symbol()),
            Typed.field(values, place).withClass("num").attr("inputmode", "decimal"))
        .withClass("line");
  }

  DomContent shown(Draw draw, List<String> answer) {
    List<Hyperparameter> chosen = hyperparameters();
    return each(
        IntStream.range(0, answer.size())
            .<DomContent>mapToObj(i -> div(draw.say(chosen.get(i).label()) + " " + answer.get(i)))
            .toArray(DomContent[]::new));
  }

  Optional<String> flaw(Draw draw, List<String> answer) {
    return Typed.numbersFlaw(answer, names.size(), draw.words())
        .or(
            () -> {
              try {
                entrant(answer);
                return Optional.empty();
              } catch (IllegalArgumentException e) {
                return Optional.of(String.valueOf(e.getMessage()));
              }
            });
  }

  /** The optimizer with what the learner chose, checked as any other. */
  OptimizerSpec entrant(List<String> answer) {
    var hyperparameters = initial.hyperparameters();
    for (int i = 0; i < names.size(); i++) {
      hyperparameters = hyperparameters.with(names.get(i), Typed.number(answer.get(i)));
    }
    return optimizers.parse(new OptimizerSpec(initial.optimizer(), hyperparameters).wire());
  }

  /** Answers that reach a goal, that do not, and that are none. */
  Question.Samples samples(double[] reached) {
    var invalid = new ArrayList<List<String>>(List.of(List.of(), List.of("q")));
    invalid.add(names.stream().map(name -> "").toList());
    return new Question.Samples(List.of(Typed.written(reached)), List.of(values()), invalid);
  }
}
