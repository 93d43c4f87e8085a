package descent.content.question;

import static j2html.TagCreator.each;
import static j2html.TagCreator.text;

import descent.content.source.EngineQuantities;
import descent.content.source.Expression;
import descent.content.source.Prose;
import descent.content.source.Source;
import descent.objective.Problem;
import descent.run.RunService;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A point of an objective's map or curve, clicked or typed.
 *
 * @param answer the right point's coordinates
 * @param tolerance how far from it is still right
 */
public record PointQuestion(
    About about,
    String objective,
    double[] box,
    List<Expression> answer,
    double tolerance,
    List<Mistaken> mistakes,
    Prose alternative,
    RunService runs)
    implements Question {

  public PointQuestion {
    answer = List.copyOf(answer);
    mistakes = List.copyOf(mistakes);
  }

  public static Kind kind(RunService runs) {
    return new Kind(
        "point",
        """
        A point of the map or the curve of `objective`, over `box`. The learner clicks it, moves \
        the ring by the arrow keys, or types its coordinates. It is right within the distance \
        `tolerance` of `answer`. `alt` says what the picture shows.\
        """,
        """
        ```{quiz}
        id: newton-end
        kind: point
        text: Where does one step of Newton's method lead from $({{x0}}, {{y0}})$?
        variables:
          x0: [-1.5, 1.5]
          y0: [-1, 1]
          a: [-0.5, 0.5, 1]
        objective: (x - a)^2 + 4*(y + a/2)^2
        box: [-2, 2, -1.5, 1.5]
        answer: [a, -a/2]
        tolerance: 0.1
        alt: Elliptic contours around one minimum.
        mistakes:
          - answer: [0, 0]
            feedback: The origin is not special here. Where is the gradient zero?
        solution: On a quadratic the model is the function, so one step leads to the minimum, ${{a}}$ and ${{-a/2}}$.
        ```
        """,
        (id, source) -> read(id, source, runs));
  }

  private static PointQuestion read(String id, Source source, RunService runs) {
    List<Expression> answer = source.expressions("answer");
    if (answer.isEmpty() || answer.size() > 2) {
      source.error("answer", "'answer' is the point's coordinates, such as [1, 2]");
    }
    if (!source.has("tolerance")) {
      source.error("tolerance", "'tolerance' is missing: how far from the point is still right?");
    }
    return new PointQuestion(
        About.read(id, source, 10.0, 7.0, 4.0),
        source.text("objective"),
        source.numbers("box"),
        answer,
        source.number("tolerance", 0.1, 1e-9, 1e9),
        Mistaken.read(source, answer.size()),
        source.prose("alt"),
        runs);
  }

  private Problem problem(Draw draw) {
    Problem problem = EngineQuantities.problem(runs.catalog(), objective, draw.values());
    if (problem.objective().dimension() != answer.size()) {
      throw new IllegalArgumentException(
          "the answer has %d coordinates; the objective has %d"
              .formatted(answer.size(), problem.objective().dimension()));
    }
    return problem;
  }

  @Override
  public boolean isWide() {
    return true;
  }

  @Override
  public DomContent fields(Draw draw, List<String> given) {
    Problem problem = problem(draw);
    return each(
        Picture.of(problem, box).html(alternative.with(draw.values()).text()),
        Coordinates.fields(problem, given));
  }

  @Override
  public DomContent shown(Draw draw, List<String> answer) {
    return text(Coordinates.words(Typed.numbers(answer)));
  }

  @Override
  public Optional<String> flaw(Draw draw, List<String> answer) {
    return Typed.numbersFlaw(answer, this.answer.size(), draw.words());
  }

  @Override
  public Mark judge(Draw draw, List<String> answer) {
    double[] given = Typed.numbers(answer);
    double distance = Coordinates.distance(given, right(draw));
    if (distance <= tolerance) {
      return Mark.right();
    }
    return mistakes.stream()
        .filter(mistake -> Coordinates.distance(given, mistake.values(draw)) <= tolerance)
        .findFirst()
        .map(mistake -> Mark.wrong(mistake.html(draw)))
        .orElse(Mark.wrong(distance <= 3 * tolerance ? draw.say("Close, but not there yet.") : ""));
  }

  private double[] right(Draw draw) {
    return answer.stream().mapToDouble(x -> x.value(draw.values())).toArray();
  }

  @Override
  public DomContent revealed(Draw draw, List<String> answer) {
    Problem problem = problem(draw);
    double[] right = right(draw);
    Picture picture = Picture.of(problem, box).ghost(Typed.numbers(answer), right);
    double height = right.length == 1 ? problem.objective().value(right) : right[1];
    picture.chart().cross(right[0], height);
    return picture.html(draw.say("Your ring and the right point, {0}.", Coordinates.words(right)));
  }

  @Override
  public List<Prose> feedback() {
    return mistakes.stream().map(Mistaken::feedback).toList();
  }

  @Override
  public Samples samples(Draw draw) {
    double[] right = right(draw);
    problem(draw);
    var wrong = new ArrayList<List<String>>();
    double[] beside = right.clone();
    beside[0] += 1.01 * tolerance;
    wrong.add(Typed.written(beside));
    mistakes.forEach(mistake -> wrong.add(Typed.written(mistake.values(draw))));
    return new Samples(
        List.of(Typed.written(right)),
        wrong,
        List.of(
            List.of(), List.of("1", "2", "3"), right.length == 1 ? List.of("") : List.of("1", "")));
  }
}
