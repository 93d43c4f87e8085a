package descent.content.question;

import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.option;
import static j2html.TagCreator.select;
import static j2html.TagCreator.span;

import descent.content.question.Mark.Verdict;
import descent.content.source.Prose;
import descent.content.source.Source;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Things to be put in order. They are shown in an order that depends on the seed and on their own
 * words; the answer is the place of each as shown.
 *
 * @param items in the right order
 */
public record OrderQuestion(About about, List<Prose> items, Prose feedbackOnWrong)
    implements Question {
  private static final int MOST = 9;

  public OrderQuestion {
    items = List.copyOf(items);
  }

  public static Kind kind() {
    return new Kind(
        "order",
        """
        2 to 9 `items`, written in the right order and shown in another. The learner gives each \
        its place, or drags them. `feedback` helps who has another order.\
        """,
        """
        ```{quiz}
        id: one-step-in-order
        kind: order
        text: Put one step of momentum in order.
        items:
          - Compute the gradient at the present point.
          - Shrink the velocity by $\\beta$ and add the gradient.
          - Move by $-\\eta$ times the velocity.
        feedback: What must be known before the velocity can be renewed?
        solution: The velocity needs the gradient, and the move needs the velocity.
        ```
        """,
        OrderQuestion::read);
  }

  private static OrderQuestion read(String id, Source source) {
    List<Prose> items = source.proses("items");
    if (items.size() < 2 || items.size() > MOST) {
      source.error("items", "items are 2 to %d, not %d".formatted(MOST, items.size()));
    }
    return new OrderQuestion(
        About.read(id, source, 10.0, 7.0, 4.0), items, source.prose("feedback"));
  }

  /** The items as they are shown, by their place in the right order, from 0. */
  private List<Integer> shown(Draw draw) {
    Comparator<Integer> mixed =
        Comparator.comparingLong(
            i -> Variables.mixed(draw.seed() * 31 + items.get(i).markdown().hashCode()));
    List<Integer> order = new ArrayList<>(IntStream.range(0, items.size()).boxed().toList());
    order.sort(mixed.thenComparing(Comparator.naturalOrder()));
    return order;
  }

  @Override
  public DomContent fields(Draw draw, List<String> given) {
    List<Integer> shown = shown(draw);
    return ol(each(
            IntStream.range(0, shown.size())
                .<DomContent>mapToObj(
                    row ->
                        li(
                            place(draw, row, given.size() > row ? given.get(row) : row + 1 + ""),
                            span(items.get(shown.get(row)).with(draw.values()).inline())))
                .toArray(DomContent[]::new)))
        .withClass("order");
  }

  private DomContent place(Draw draw, int row, String chosen) {
    return select(
            each(
                IntStream.rangeClosed(1, items.size())
                    .<DomContent>mapToObj(
                        place ->
                            option(place + "")
                                .withValue(place + "")
                                .withCondSelected(chosen.equals(place + "")))
                    .toArray(DomContent[]::new)))
        .withName("answer")
        .withClass("pick")
        .attr("aria-label", draw.say("Place of item {0}", row + 1));
  }

  @Override
  public Optional<String> flaw(Draw draw, List<String> answer) {
    if (answer.size() != items.size()) {
      return Optional.of(draw.say("{0} places are wanted, not {1}.", items.size(), answer.size()));
    }
    for (int place = 1; place <= items.size(); place++) {
      if (!answer.contains(place + "")) {
        return Optional.of(draw.say("Each place is taken once; place {0} is free.", place));
      }
    }
    return Optional.empty();
  }

  @Override
  public DomContent shown(Draw draw, List<String> answer) {
    return ol(each(order(draw, answer), item -> li(items.get(item).with(draw.values()).inline())));
  }

  /** The items in the order that was given, each by its right place, from 0. */
  private List<Integer> order(Draw draw, List<String> answer) {
    List<Integer> shown = shown(draw);
    return IntStream.rangeClosed(1, items.size())
        .mapToObj(place -> shown.get(answer.indexOf(place + "")))
        .toList();
  }

  @Override
  public Mark judge(Draw draw, List<String> answer) {
    long pairs = pairs(order(draw, answer));
    long all = (long) items.size() * (items.size() - 1) / 2;
    if (pairs == all) {
      return Mark.right();
    }
    String html = feedbackOnWrong.with(draw.values()).inline().render();
    double credit = Math.max(0, 2.0 * pairs / all - 1);
    return credit == 0 ? Mark.wrong(html) : Mark.of(Verdict.PARTLY, credit, html);
  }

  /** How many pairs stand in the right order. */
  private static long pairs(List<Integer> order) {
    return IntStream.range(0, order.size())
        .mapToLong(i -> order.stream().skip(i + 1).filter(later -> order.get(i) < later).count())
        .sum();
  }

  @Override
  public DomContent revealed(Draw draw, List<String> answer) {
    return ol(each(items, item -> li(item.with(draw.values()).inline())));
  }

  @Override
  public List<Prose> feedback() {
    return List.of(feedbackOnWrong);
  }

  @Override
  public Samples samples(Draw draw) {
    List<Integer> shown = shown(draw);
    List<String> right = shown.stream().map(item -> item + 1 + "").toList();
    List<String> reversed = shown.stream().map(item -> items.size() - item + "").toList();
    return new Samples(
        List.of(right),
        List.of(reversed),
        List.of(List.of(), shown.stream().map(item -> "1").toList(), List.of("a")));
  }
}
