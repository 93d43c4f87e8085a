package descent.content.directive;

import static j2html.TagCreator.*;

import descent.objective.Evaluation;
import descent.objective.Formula;
import descent.objective.Problem;
import descent.plot.Numbers;
import descent.plot.PointPicture;
import descent.run.BadQuery;
import descent.run.Catalog;
import descent.run.Curvature;
import descent.run.Query;
import descent.words.Words;
import j2html.tags.DomContent;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A derivatives figure in one of its states. */
record DerivativesBlock(
    Caption caption,
    DerivativesState initial,
    DerivativesState now,
    String complaint,
    Catalog catalog)
    implements Block {

  @Override
  public Block with(Map<String, List<String>> query) {
    Map<String, List<String>> own = Block.own(caption.id(), query);
    if (own.isEmpty()) {
      return this;
    }
    try {
      return new DerivativesBlock(caption, initial, read(new Query(own)), "", catalog);
    } catch (BadQuery e) {
      return new DerivativesBlock(
          caption, initial, initial, String.valueOf(e.getMessage()), catalog);
    }
  }

  private DerivativesState read(Query query) {
    Problem problem = query.has("objective") ? catalog.problem(query) : initial.problem();
    if (problem.objective().text().equals(initial.problem().objective().text())) {
      problem = initial.problem();
    }
    double[] at = query.numbers("at", initial.at(), 2);
    if (problem.objective().dimension() != 2) {
      query.complain("objective", problem.name(), "Two variables, x and y, would be right.");
    }
    query.finish();
    return new DerivativesState(problem, initial.box(), at);
  }

  @Override
  public DomContent html(Words words) {
    return FigureForm.figure(
            caption,
            "derivatives",
            now.equals(initial),
            form(head(words), objective(words), formulas(), plots(words), readings(words)),
            words)
        .withClass("fig derivatives-fig")
        .attr("data-box", corners(now.box()));
  }

  private static String corners(descent.objective.Box box) {
    return point(new double[] {box.x0(), box.x1(), box.y0(), box.y1()});
  }

  private DomContent head(Words words) {
    return header(FigureHead.title(caption, words)).withClass("fh");
  }

  private DomContent objective(Words words) {
    String id = caption.id() + "-objective";
    return div(
            label("f(x, y) =").withFor(id),
            input()
                .withId(id)
                .withClass("field")
                .withName(caption.id() + ".objective")
                .withValue(now.problem().objective().text())
                .attr("data-default", initial.problem().objective().text())
                .withMaxlength("500")
                .attr("spellcheck", "false"),
            label(
                    text(words.say("at") + " "),
                    input()
                        .withClass("num at")
                        .withName(caption.id() + ".at")
                        .withValue(point(now.at()))
                        .attr("data-default", point(initial.at())))
                .withClass("parameter"),
            noscript(button(words.say("Show")).withClass("btn primary").withType("submit")),
            p(words.retell(complaint)).withClass("ferr").withCondHidden(complaint.isEmpty()))
        .withClass("objective");
  }

  private DomContent formulas() {
    Formula f = now.problem().objective();
    return div(each(
            List.of(now.problem().tex(), "\\nabla f = " + f.gradientTex(), "H = " + f.hessianTex()),
            tex -> span(tex).withClass("math")))
        .withClass("derivatives");
  }

  private DomContent plots(Words words) {
    PointPicture picture = new PointPicture(now.problem(), now.box(), now.at());
    String alternative = caption.alternative().text();
    return div(
            div(
                    rawHtml(picture.map(alternative)),
                    button()
                        .withType("button")
                        .withClass("handle js")
                        .attr("aria-label", words.say("Point"))
                        .attr("hidden"))
                .withClass("mapbox")
                .attr("tabindex", "-1"),
            div(rawHtml(
                    picture.quadric(
                        words.say("The surface near the point, with the quadric touching it."))))
                .withClass("curvebox quadric")
                .attr("role", "group")
                .attr("aria-label", words.say("Surface; arrow keys turn it"))
                .attr("tabindex", "0"))
        .withClass("pair");
  }

  /** Everything at the point, in numbers. */
  private DomContent readings(Words words) {
    Formula f = now.problem().objective();
    Evaluation here = f.at(now.at());
    List<TrTag> rows = new ArrayList<>();
    rows.add(row("f", "value", Numbers.significant(here.value(), 6)));
    rows.add(row("∇f", "gradient", vector(here.gradient())));
    rows.add(row("‖∇f‖", "norm", Numbers.significant(here.gradientNorm(), 6)));
    Curvature.at(f, now.at()).ifPresent(known -> curvature(known, rows, words));
    return div(
            table(tbody(each(rows, row -> row))).withClass("readings"),
            p().withClass("status").attr("role", "status").attr("hidden"),
            p().withClass("vh").attr("aria-live", "polite"))
        .withClass("at-point");
  }

  private static void curvature(Curvature known, List<TrTag> rows, Words words) {
    String hessian =
        Arrays.stream(known.hessian())
            .map(DerivativesBlock::vector)
            .collect(Collectors.joining("; "));
    rows.add(row(words.say("H, row by row"), "hessian", hessian));
    for (int i = 0; i < 2; i++) {
      rows.add(
          row(
              words.say("{0}, along its eigenvector", "λ" + "₁₂".charAt(i)),
              "lambda" + (i + 1),
              Numbers.significant(known.eigenvalues()[i], 6)
                  + ", "
                  + vector(known.eigenvectors()[i])));
    }
    rows.add(row("κ", "kappa", known.conditionNumber().map(Numbers::reading).orElse("–")));
    rows.add(row(words.say("The Hessian is"), "shape", words.say(known.shape().words())));
  }

  private static TrTag row(String label, String key, String value) {
    return tr(th(label).attr("scope", "row"), td(value)).attr("data-reading", key);
  }

  private static String vector(double[] numbers) {
    return Arrays.stream(numbers)
        .mapToObj(number -> Numbers.significant(number, 4))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String point(double[] x) {
    return Arrays.stream(x).mapToObj(Numbers::field).collect(Collectors.joining(","));
  }
}
