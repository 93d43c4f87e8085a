package descent.content.directive;

import static descent.words.Words.key;
import static j2html.TagCreator.*;

import descent.content.directive.RunState.Row;
import descent.optimizer.Hyperparameter;
import descent.optimizer.Optimizer;
import descent.plot.Numbers;
import descent.plot.Trace;
import descent.run.Frame;
import descent.words.Words;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One optimizer of a figure: switch, line sample, a slider and a number each, what it reads. */
record RunRow(
    String figure,
    Row row,
    Optional<Row> written,
    List<Row> rows,
    List<? extends Optimizer<?>> choices,
    boolean removable,
    Words words) {
  private static final int SHOWN = 3;
  private static final List<String> SWITCH = List.of(key("off"), key("on"));

  /** One heading for each column: the label where all rows agree, else the symbols. */
  static List<DomContent> headings(List<Row> rows, Words words) {
    List<DomContent> headings = new ArrayList<>();
    for (int c = 0; c < SHOWN; c++) {
      Set<String> labels = new LinkedHashSet<>();
      Set<String> symbols = new LinkedHashSet<>();
      for (Row row : rows) {
        List<Hyperparameter> main = main(row, rows);
        if (c < main.size()) {
          labels.add(words.say(main.get(c).label()));
          symbols.add(words.retell(main.get(c).symbol()));
        }
      }
      headings.add(span(heading(labels, symbols)));
    }
    return headings;
  }

  private static String heading(Set<String> labels, Set<String> symbols) {
    String joined = String.join(", ", symbols);
    if (labels.size() != 1) {
      return joined;
    }
    String label = capital(labels.iterator().next());
    return symbols.equals(labels) ? label : label + " " + joined;
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  /**
   * Those that a row shows at once: at most three, first what tells it from its likes, not what is
   * off.
   */
  private static List<Hyperparameter> main(Row row, List<Row> rows) {
    List<Hyperparameter> all = row.optimizer().optimizer().hyperparameters();
    Stream<Hyperparameter> telling = all.stream().filter(h -> differs(h, row, rows));
    Stream<Hyperparameter> on = all.stream().filter(h -> h.initial() != 0 || setting(h, row) != 0);
    List<Hyperparameter> main = Stream.concat(telling, on).distinct().limit(SHOWN).toList();
    return all.stream().filter(main::contains).toList();
  }

  /** Whether the rows of one optimizer have more than one value. */
  private static boolean differs(Hyperparameter h, Row row, List<Row> rows) {
    return rows.stream()
            .filter(other -> other.optimizer().optimizer().equals(row.optimizer().optimizer()))
            .mapToDouble(other -> setting(h, other))
            .distinct()
            .count()
        > 1;
  }

  private static double setting(Hyperparameter h, Row row) {
    return row.optimizer().hyperparameters().get(h.name());
  }

  /** The row of a run: its loss and its distance from the nearest minimum. */
  DomContent html(Optional<Frame> frame, List<double[]> minima) {
    return html(
        frame.map(f -> Numbers.reading(f.value())).orElse(""),
        words.say("distance"),
        frame.flatMap(f -> distance(f, minima)).orElse("–"));
  }

  /** The row with its loss and a second reading. */
  DomContent html(String loss, String word, String reading) {
    List<Hyperparameter> main = main(row, rows);
    List<Hyperparameter> rest = new ArrayList<>(row.optimizer().optimizer().hyperparameters());
    rest.removeAll(main);
    List<DomContent> parameters = new ArrayList<>();
    for (int i = 0; i < SHOWN; i++) {
      parameters.add(i < main.size() ? parameter(main.get(i), false) : span().withClass("blank"));
    }
    rest.forEach(h -> parameters.add(parameter(h, true)));
    return div(
            choices.isEmpty() ? toggle(main) : choice(),
            each(parameters.stream()),
            value(words.say("loss"), "l", loss),
            value(word, "dist", reading),
            div(
                    button(Icon.OPEN.html())
                        .withType("button")
                        .withClass("btn quiet icon disc")
                        .attr("aria-expanded", "false")
                        .attr("aria-label", words.say("Settings of {0}", title()))
                        .attr("data-do", "open"),
                    iff(
                        removable,
                        button(Icon.REMOVE.html())
                            .withType("button")
                            .withClass("btn quiet icon remove")
                            .withTitle(words.say("Remove"))
                            .attr("aria-label", words.say("Remove {0}", title()))
                            .attr("data-do", "remove")))
                .withClass("ends js"))
        .withClass("orow" + (row.on() ? "" : " off") + (rest.isEmpty() ? "" : " has-more"))
        .attr("data-key", row.key())
        .attr("data-title", title())
        .attr("data-trace", row.trace().style());
  }

  private String title() {
    return row.title(words);
  }

  private DomContent toggle(List<Hyperparameter> main) {
    return label(
            input()
                .withType("checkbox")
                .withClass("chk")
                .withName(figure + ".optimizer")
                .withValue(row.key())
                .withCondChecked(row.on()),
            swatch(row.trace()),
            span(span(title()).withClass("nm"), span(summary(main)).withClass("sum")))
        .withClass("who");
  }

  /** One optimizer among all. */
  private DomContent choice() {
    return label(
            swatch(row.trace()),
            select(
                    each(
                        choices,
                        o ->
                            option(words.say(o.title()))
                                .withValue(o.name())
                                .withCondSelected(o.name().equals(row.key()))))
                .withClass("pick method")
                .withName(figure + ".optimizer")
                .attr("data-default", written.map(Row::key).orElse(""))
                .attr("aria-label", words.say("Optimizer")))
        .withClass("who");
  }

  private String summary(List<Hyperparameter> main) {
    return main.stream()
        .map(h -> words.retell(h.symbol()) + "\u00a0" + value(h))
        .collect(Collectors.joining(", "));
  }

  private String value(Hyperparameter h) {
    double value = setting(h, row);
    if (h.scale() == Hyperparameter.Scale.SWITCH) {
      return words.say(SWITCH.get((int) value));
    }
    return h.choices().isEmpty()
        ? Numbers.field(value)
        : words.retell(h.wire(value).replace('_', ' '));
  }

  private static Optional<String> distance(Frame frame, List<double[]> minima) {
    return minima.stream()
        .map(minimum -> RunQuantities.distance(frame.x(), minimum))
        .min(Double::compare)
        .map(Numbers::reading);
  }

  private static DomContent value(String word, String style, String text) {
    return div(span(word + " "), new j2html.tags.ContainerTag<>("output").withText(text))
        .withClass("val " + style);
  }

  static DomContent swatch(Trace trace) {
    return rawHtml(
        ("<svg class=\"sw %s\" viewBox=\"0 0 44 16\" aria-hidden=\"true\">"
                + "<path class=\"ln\" stroke-dasharray=\"%s\" d=\"M1 8H37\"/>"
                + "<path class=\"hd\" transform=\"translate(37 8)\" d=\"%s\"/></svg>")
            .formatted(
                trace.style(), trace.dash().isEmpty() ? "none" : trace.dash(), trace.head()));
  }

  private DomContent parameter(Hyperparameter h, boolean more) {
    String id = figure + "-" + row.key() + "-" + h.name();
    String field = Numbers.field(setting(h, row));
    if (!h.choices().isEmpty() || h.scale() == Hyperparameter.Scale.SWITCH) {
      return choice(h, id, more);
    }
    return div(
            label(h.symbol())
                .withFor(id)
                .withTitle(capital(words.say(h.label())) + ". " + words.retell(h.meaning())),
            Slider.of(h.low(), h.high(), h.scale().name()),
            input()
                .withId(id)
                .withClass("num")
                .withName(figure + "." + row.key() + "." + h.name())
                .withValue(field)
                .attr("data-default", Numbers.field(absent(h)))
                .attr("inputmode", "decimal")
                .attr("aria-label", title() + ", " + words.say(h.label()))
                .attr("data-label", words.say(h.label()))
                .attr("data-range", range(h)))
        .withClass("param" + (more ? " more" : ""));
  }

  /** What the author wrote, or the optimizer's own default. */
  private double absent(Hyperparameter h) {
    return written
        .map(other -> other.optimizer().hyperparameters().get(h.name()))
        .orElse(h.initial());
  }

  private DomContent choice(Hyperparameter h, String id, boolean more) {
    List<String> names = h.choices().isEmpty() ? SWITCH : h.choices();
    int chosen = (int) setting(h, row);
    return div(
            label(words.say(h.label())).withFor(id).withTitle(words.retell(h.meaning())),
            select(
                    each(
                        names,
                        name ->
                            option(words.retell(name.replace('_', ' ')))
                                .withValue(
                                    h.choices().isEmpty()
                                        ? Integer.toString(names.indexOf(name))
                                        : name)
                                .withCondSelected(names.indexOf(name) == chosen)))
                .withId(id)
                .withClass("pick")
                .withName(figure + "." + row.key() + "." + h.name())
                .attr("data-default", h.wire(absent(h)))
                .attr("aria-label", title() + ", " + words.say(h.label())))
        .withClass("param" + (more ? " more" : ""));
  }

  /** Low, high and which ends are excluded, for the first check in the page. */
  private static String range(Hyperparameter h) {
    Hyperparameter.Range range = h.allowed();
    return "%s %s %s %s".formatted(range.low(), range.openLow(), range.high(), range.openHigh());
  }
}
