package descent.content.directive;

import static j2html.TagCreator.*;

import descent.content.directive.TaylorState.View;
import descent.expr.Precision;
import descent.objective.Taylor;
import descent.plot.Numbers;
import descent.plot.TaylorPicture;
import descent.plot.Trace;
import descent.run.BadQuery;
import descent.run.Query;
import descent.words.Words;
import j2html.tags.DomContent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A Taylor figure in one of its states. */
record TaylorBlock(Caption caption, TaylorState initial, TaylorState now) implements Block {

  @Override
  public Block with(Map<String, List<String>> query) {
    Map<String, List<String>> own = Block.own(caption.id(), query);
    return own.isEmpty() ? this : new TaylorBlock(caption, initial, read(new Query(own)));
  }

  private TaylorState read(Query query) {
    int n = initial.formula().dimension();
    double[] at = query.numbers("at", initial.at(), n);
    double[] probe = query.numbers("probe", initial.probe(), n);
    String absent = initial.precision().name().toLowerCase(Locale.ROOT);
    String precision = query.word("precision", absent, List.of("double", "single"));
    try {
      query.finish();
    } catch (BadQuery e) {
      return initial;
    }
    return new TaylorState(
        initial.formula(),
        at,
        probe,
        initial.box(),
        initial.view(),
        Precision.valueOf(precision.toUpperCase(Locale.ROOT)));
  }

  @Override
  public DomContent html(Words words) {
    return FigureForm.figure(
            caption,
            "taylor",
            now.equals(initial),
            form(head(words), div(plot(words), side(words)).withClass("pair taylor")),
            words)
        .attr("data-view", now.view().wire())
        .attr("data-objective", now.formula().text())
        .attr("data-box", corners());
  }

  private String corners() {
    var box = now.box();
    return point(new double[] {box.x0(), box.x1(), box.y0(), box.y1()});
  }

  private DomContent head(Words words) {
    return header(FigureHead.title(caption, words)).withClass("fh");
  }

  private DomContent plot(Words words) {
    TaylorPicture picture =
        new TaylorPicture(now.formula(), now.taylor(), now.at(), now.probe(), now.box());
    String alternative = caption.alternative().text();
    String drawn =
        switch (now.view()) {
          case CURVE -> picture.curve(alternative);
          case ERROR -> picture.errors(alternative);
          case SURFACE -> picture.surface(alternative);
        };
    boolean hasHandles = now.view() == View.CURVE;
    return div(
            rawHtml(drawn),
            iff(hasHandles, handle("at", words.say("Expansion point"))),
            iff(hasHandles, handle("probe", words.say("Probe"))))
        .withClass("mapbox")
        .attr("tabindex", now.view() == View.SURFACE ? "0" : "-1");
  }

  private static DomContent handle(String name, String words) {
    return button()
        .withType("button")
        .withClass("handle js " + name)
        .attr("data-moves", name)
        .attr("aria-label", words)
        .attr("hidden");
  }

  private DomContent side(Words words) {
    return div(
            each(
                coordinates("at", words.say("Expansion point") + " θ₀", now.at(), initial.at()),
                coordinates("probe", words.say("Probe") + " θ", now.probe(), initial.probe())),
            readings(words),
            div(
                    label(words.say("Arithmetic") + " ").withFor(caption.id() + "-precision"),
                    select(
                            precision(Precision.DOUBLE, words.say("double precision")),
                            precision(Precision.SINGLE, words.say("single precision")))
                        .withId(caption.id() + "-precision")
                        .withClass("pick precision")
                        .withName(caption.id() + ".precision")
                        .attr("data-default", initial.precision().name().toLowerCase(Locale.ROOT)))
                .withClass("row"),
            noscript(button(words.say("Show")).withClass("btn primary").withType("submit")),
            p().withClass("ferr").attr("hidden"),
            p().withClass("vh").attr("aria-live", "polite"))
        .withClass("side");
  }

  private DomContent precision(Precision precision, String name) {
    String word = precision.name().toLowerCase(Locale.ROOT);
    return option(name).withValue(word).withCondSelected(now.precision() == precision);
  }

  private DomContent coordinates(String key, String words, double[] point, double[] absent) {
    String id = caption.id() + "-" + key;
    double[] low = {now.box().x0(), now.box().y0()};
    double[] high = {now.box().x1(), now.box().y1()};
    return div(
            label(words).withFor(id),
            div(
                each(
                    java.util.stream.IntStream.range(0, point.length)
                        .mapToObj(
                            i -> Slider.of(low[i], high[i], "LINEAR").attr("data-index", i)))),
            input()
                .withId(id)
                .withClass("num")
                .withName(caption.id() + "." + key)
                .withValue(point(point))
                .attr("data-default", point(absent))
                .attr("inputmode", "decimal"))
        .withClass("coordinate");
  }

  private static String point(double[] x) {
    return Arrays.stream(x).mapToObj(Numbers::field).collect(Collectors.joining(","));
  }

  /** Value, both polynomials and what they miss, at the probe. */
  private DomContent readings(Words words) {
    Taylor taylor = now.taylor();
    double[] x = now.probe();
    double exact = taylor.exact(x);
    return table(
            thead(
                tr(th(words.say("At the probe")), th(words.say("value")), th(words.say("error")))),
            tbody(
                reading("f", rawHtml(""), exact, Double.NaN, "f"),
                reading("T₁", sample(Trace.ADAM), taylor.first(x), exact, "first"),
                reading("T₂", sample(Trace.MOMENTUM), taylor.second(x), exact, "second")))
        .withClass("readings");
  }

  private static DomContent sample(Trace trace) {
    return rawHtml(
        "<svg class=\"sw %s\" viewBox=\"0 0 44 16\" aria-hidden=\"true\"><path class=\"ln\" stroke-dasharray=\"%s\" d=\"M1 8H43\"/></svg>"
            .formatted(trace.style(), trace.dash()));
  }

  private j2html.tags.specialized.TrTag reading(
      String name, DomContent sample, double value, double exact, String key) {
    int digits = now.precision() == Precision.SINGLE ? 8 : 9;
    return tr(
            th(sample, text(" " + name)).attr("scope", "row"),
            td(Numbers.significant(value, digits)).withClass("value"),
            td(Double.isNaN(exact) ? "" : Numbers.reading(exact - value)).withClass("error"))
        .attr("data-reading", key);
  }
}
