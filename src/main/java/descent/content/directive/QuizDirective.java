package descent.content.directive;

import descent.content.question.Choice;
import descent.content.question.Contest;
import descent.content.question.FormulaQuestion;
import descent.content.question.Goal;
import descent.content.question.Kind;
import descent.content.question.MatrixQuestion;
import descent.content.question.NumberQuestion;
import descent.content.question.OrderQuestion;
import descent.content.question.PointQuestion;
import descent.content.question.Prediction;
import descent.content.question.Reflection;
import descent.content.question.SketchQuestion;
import descent.content.source.Source;
import descent.run.RunService;
import descent.run.training.TrainService;
import java.util.List;

/** {@code ```{quiz}}: a question that the server marks. */
public final class QuizDirective implements Directive {
  private final List<Kind> kinds;

  /**
   * @param runs where predictions and goals run
   * @param trainings where contests train
   */
  public QuizDirective(RunService runs, TrainService trainings) {
    kinds =
        List.of(
            Choice.ofOne(),
            Choice.ofSeveral(),
            NumberQuestion.kind(),
            FormulaQuestion.kind(),
            MatrixQuestion.kind(),
            OrderQuestion.kind(),
            PointQuestion.kind(runs),
            SketchQuestion.kind(),
            Prediction.kind(runs),
            Goal.kind(runs),
            Contest.kind(trainings),
            Reflection.kind());
  }

  @Override
  public String name() {
    return "quiz";
  }

  @Override
  public String doc() {
    return """
    A question that the server marks; neither its key nor its feedback is in the page. \
    `kind` says how it is asked. \
    `variables` makes variants: each is a range (`2..5`, `0.1..0.9 by 0.2`), a list, or an \
    expression of those above it; `table` draws a whole row of values that belong together. \
    Text and key use them between `{{` and `}}`, a formula as `{{tex("a*x^2")}}`. \
    `mistakes` say for a wrong `answer` what helps who gave it, `hints` are shown one after \
    another, `points` is what a right answer is worth at each attempt (`[10, 7, 4]`), and \
    `solution` is shown after the last one. \
    `check` answers each question in 100 variants, right, wrong and in nonsense.\
    """;
  }

  @Override
  public String example() {
    return kinds.get(0).example();
  }

  @Override
  public List<Sample> samples() {
    return kinds.stream().map(k -> new Sample(k.name(), k.doc(), k.example())).toList();
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
    List<String> known = kinds.stream().map(Kind::name).toList();
    Kind kind = kinds.get(known.indexOf(source.word("kind", known.get(0), known)));
    var question = kind.reader().read(caption.id(), source);
    return new QuizBlock(caption, source.lesson(), kind.name(), question, 0, List.of(), 1);
  }
}
