package descent.content.question;

import static descent.words.Words.key;
import static j2html.TagCreator.b;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;

import descent.content.question.Mark.Verdict;
import descent.content.source.Expression;
import descent.content.source.Prose;
import descent.content.source.Source;
import descent.optimizer.OptimizerSpec;
import descent.plot.Numbers;
import descent.run.BadQuery;
import descent.run.Complaint;
import descent.run.Stop;
import descent.run.training.Curve;
import descent.run.training.Operations;
import descent.run.training.TrainService;
import descent.run.training.TrainSpec;
import j2html.tags.DomContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Come to the loss at which another training ends with a share of its operations, by choosing
 * hyperparameters; the server trains on each try and shows the seconds, which it does not mark.
 *
 * @param rival the other training
 * @param optimizer what is chosen from, before the choice
 * @param choose names of the hyperparameters, in the order of the fields
 * @param within the largest share of the rival's operations
 * @param example values that reach the goal; never shown
 * @param missed for who never comes to that loss
 * @param costly for whom factors and inverses take more than all else beside the gradients
 * @param slow for who takes too many steps
 */
public record Contest(
    About about,
    TrainService service,
    TrainSpec rival,
    OptimizerSpec optimizer,
    List<String> choose,
    double within,
    List<Expression> example,
    Prose missed,
    Prose costly,
    Prose slow)
    implements Question {
  private static final List<String> SPEC =
      List.of("data", "task", "activation", "batch", "steps", "seed");

  public Contest {
    choose = List.copyOf(choose);
    example = List.copyOf(example);
  }

  public static Kind kind(TrainService service) {
    return new Kind(
        "contest",
        """
        Come to the training loss at which `rival` ends after `steps`, with at most the share \
        `within` of its floating-point operations, by choosing the hyperparameters that `choose` \
        names. The network is written as in a `train` block; operations on matrices are counted, \
        of elementwise rules and of `kfac`, so that no clock decides; measured seconds are shown \
        beside them. `optimizer` has the values to begin with, which must not reach the goal; \
        `example` has values that do. `missed`, `costly` and `slow` help who never comes to the \
        loss, to whom factors and inverses cost more than all else beside the gradients, and who \
        takes too many steps.\
        """,
        """
        ```{quiz}
        id: less-work
        kind: contest
        text: Choose the momentum with which fewer operations lead to the loss of gradient descent.
        data: moons
        hidden: [8]
        batch: 50
        steps: 60
        rival: gd(learning_rate=0.1)
        optimizer: momentum(learning_rate=0.1, momentum=0)
        choose: [momentum]
        within: 0.5
        example: [0.9]
        slow: How long does a step become when all gradients agree?
        solution: The velocity grows to ten times the gradient.
        ```
        """,
        (id, source) -> read(id, source, service));
  }

  private static Contest read(String id, Source source, TrainService service) {
    List<String> choose = source.texts("choose");
    List<Expression> example = source.expressions("example");
    Chosen.check(source, choose, example);
    return new Contest(
        About.read(id, source, 10.0),
        service,
        rival(source, service),
        service.catalog().optimizers().parse(source.text("optimizer", "gd")),
        choose,
        source.number("within", 1, 1e-6, 1e6),
        example,
        source.prose("missed"),
        source.prose("costly"),
        source.prose("slow"));
  }

  private static TrainSpec rival(Source source, TrainService service) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    SPEC.stream().filter(source::has).forEach(key -> query.put(key, List.of(source.text(key))));
    if (source.has("hidden")) {
      query.put("hidden", List.of(String.join(",", source.texts("hidden"))));
    }
    query.put("every", List.of("1"));
    query.put("optimizer", List.of(source.text("rival")));
    try {
      return TrainSpec.decode(query, service.catalog());
    } catch (BadQuery e) {
      for (Complaint complaint : e.complaints()) {
        String key = complaint.key().equals("optimizer") ? "rival" : complaint.key();
        source.error(key, complaint.message());
      }
      return TrainSpec.decode(Map.of("optimizer", List.of("gd")), service.catalog());
    }
  }

  @Override
  public boolean closes() {
    return false;
  }

  @Override
  public String action() {
    return key("Train");
  }

  private Chosen chosen() {
    return new Chosen(choose, optimizer, service.catalog().optimizers());
  }

  @Override
  public DomContent fields(Draw draw, List<String> given) {
    return chosen().fields(draw, given);
  }

  @Override
  public DomContent shown(Draw draw, List<String> answer) {
    return chosen().shown(draw, answer);
  }

  @Override
  public Optional<String> flaw(Draw draw, List<String> answer) {
    return chosen().flaw(draw, answer);
  }

  @Override
  public Mark judge(Draw draw, List<String> answer) {
    Curve other = service.result(rival).curves().get(0);
    Curve mine = service.result(rival.by(chosen().entrant(answer))).curves().get(0);
    double loss = other.last().loss();
    Effort theirs = new Effort(rival, other, rival.steps());
    Optional<Effort> ours =
        mine.moments().stream()
            .filter(moment -> moment.frame().loss() <= loss)
            .findFirst()
            .map(moment -> new Effort(rival, mine, moment.frame().step()));
    if (ours.isEmpty()) {
      return wrong(draw, p(b(unreached(draw, mine, loss))), missed);
    }
    double share = ours.get().total() / theirs.total();
    boolean isReached = share <= within;
    String words =
        isReached
            ? draw.say("{0}% of the operations, reached.", percent(share))
            : draw.say(
                "{0}% of the operations; {1}% are allowed.", percent(share), percent(within));
    DomContent told = each(p(b(words)), Effort.beside(draw, theirs, ours.get()));
    Mark mark =
        isReached
            ? outcome(Verdict.RIGHT, 1, told)
            : wrong(draw, told, help(ours.get().operations(), theirs.total()));
    return mark.measuring(100 * share);
  }

  /** What applies: dear renewals, too many steps even without them, or both. */
  private Prose[] help(Operations ours, double theirs) {
    double renewing = ours.factors() + ours.inverses();
    boolean isCostly = renewing > ours.directions() + ours.checks();
    boolean isSlow = !isCostly || ours.total() - renewing > within * theirs;
    return Stream.of(
            isCostly ? List.of(costly) : List.<Prose>of(),
            isSlow ? List.of(slow) : List.<Prose>of())
        .flatMap(List::stream)
        .toArray(Prose[]::new);
  }

  /** What is told, with the goal in percent for the board of tries. */
  private Mark outcome(Verdict verdict, double credit, DomContent told) {
    DomContent html = div(told).withClass("outcome").attr("data-goal", Numbers.field(100 * within));
    return Mark.of(verdict, credit, html.render());
  }

  private Mark wrong(Draw draw, DomContent told, Prose... helps) {
    Mark mark = outcome(Verdict.WRONG, 0, told);
    for (Prose help : helps) {
      if (!help.isEmpty()) {
        mark = mark.saying(p(help.with(draw.values()).inline()).render());
      }
    }
    return mark;
  }

  private static String unreached(Draw draw, Curve mine, double loss) {
    return mine.stop().reason() == Stop.Reason.DIVERGED
        ? mine.stop().message()
        : draw.say(
            "After {0} steps the loss is {1}, and {2} was to be reached.",
            mine.last().step(), Numbers.reading(mine.last().loss()), Numbers.reading(loss));
  }

  private static String percent(double share) {
    return Numbers.significant(100 * share, share < 0.1 ? 2 : 3);
  }

  @Override
  public List<Prose> feedback() {
    return Stream.of(missed, costly, slow).filter(prose -> !prose.isEmpty()).toList();
  }

  @Override
  public Samples samples(Draw draw) {
    return chosen().samples(example.stream().mapToDouble(e -> e.value(draw.values())).toArray());
  }
}
