package descent.web.page;

import static descent.words.Words.key;
import static j2html.TagCreator.*;

import descent.content.Lesson;
import descent.content.Playground;
import descent.content.directive.Language;
import descent.objective.Problem;
import descent.optimizer.Optimizer;
import descent.web.Routes;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code /play/KIND/PROBLEM?optimizer=…}: one figure by itself; what its form holds follows in the
 * address, as on every page.
 */
public final class PlayPage implements Routes {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("run", key("Run of an optimizer")),
          Map.entry("race", key("Race, step by step")),
          Map.entry("map", key("Map of many runs")),
          Map.entry("derivatives", key("Derivatives")),
          Map.entry("taylor", key("Taylor polynomials")),
          Map.entry("train", key("Training")),
          Map.entry("fisher", key("Curvature matrices")),
          Map.entry("field", key("Fields of steps")),
          Map.entry("matrix", key("Kronecker products")),
          Map.entry("manifold", key("Shortest paths")),
          Map.entry("erm", key("Risk")),
          Map.entry("spectrum", key("Spectrum")),
          Map.entry("rulers", key("Steepest directions")),
          Map.entry("batches", key("Mini-batches")),
          Map.entry("moments", key("Adam's average and the Fisher")),
          Map.entry("globe", key("Distances on a globe")),
          Map.entry("roofline", key("Roofline")),
          Map.entry("calculator", key("Calculator")));

  private final Layout layout;
  private final Playground playground;
  private final Function<String, Lesson> figures;

  /**
   * @param figures a figure alone, from its fence
   */
  public PlayPage(Layout layout, Playground playground, Function<String, Lesson> figures) {
    this.layout = layout;
    this.playground = playground;
    this.figures = figures;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/play", ctx -> ctx.redirect("/play/" + playground.kinds().get(0)));
    routes.get("/play/{kind}", this::first);
    routes.get("/play/{kind}/{problem}", ctx -> show(ctx, kind(ctx), problem(ctx)));
  }

  /** The form sends the problem as a field; its place is in the path. */
  private void first(Context ctx) {
    String kind = kind(ctx);
    Optional<Problem> first = playground.first(kind);
    if (first.isEmpty()) {
      send(ctx, kind, playground.fence(kind), text(""));
    } else if (ctx.queryParam("problem") == null) {
      show(ctx, kind, first.get());
    } else {
      String query = String.valueOf(ctx.queryString()).replaceFirst("(^|&)problem=[^&]*&?", "$1");
      String problem = named(kind, String.valueOf(ctx.queryParam("problem"))).name();
      ctx.redirect("/play/" + kind + "/" + problem + (query.isEmpty() ? "" : "?" + query));
    }
  }

  private void show(Context ctx, String kind, Problem problem) {
    List<String> optimizers = optimizers(ctx, kind);
    send(
        ctx,
        kind,
        playground.fence(kind, problem, optimizers),
        form(kind, problem, optimizers, layout.words(ctx)));
  }

  private void send(Context ctx, String kind, String fence, DomContent form) {
    Words words = layout.words(ctx);
    Lesson figure = figures.apply(fence);
    layout.send(
        ctx,
        View.of(
            words.say("Play"),
            main(
                    header(
                            h1(words.say("Play")),
                            p(words.say(
                                    "Every figure of the course, free of any lesson. The address"
                                        + " holds what you see; send it to share it."))
                                .withClass("stand"))
                        .withClass("title"),
                    kinds(kind, words),
                    form,
                    h2(name(kind, words)).withClass("vh"),
                    Language.ofAuthor(div(), words)
                        .with(rawHtml(figure.body(ctx.queryParamMap(), words))))
                .withId("main")
                .withClass("wrap lesson play")));
  }

  private DomContent kinds(String shown, Words words) {
    return nav(each(
            playground.kinds(),
            kind ->
                a(name(kind, words))
                    .withHref("/play/" + kind)
                    .condAttr(kind.equals(shown), "aria-current", "page")))
        .withClass("kinds ui")
        .attr("aria-label", words.say("Figures"));
  }

  private static String name(String kind, Words words) {
    return words.say(NAMES.getOrDefault(kind, kind));
  }

  private DomContent form(String kind, Problem shown, List<String> optimizers, Words words) {
    return j2html.TagCreator.form(
            label(words.say("Problem")).withFor("problem"),
            select(
                    each(
                        playground.problems(kind),
                        problem ->
                            option(words.say(problem.title()))
                                .withValue(problem.name())
                                .withCondSelected(problem.name().equals(shown.name()))))
                .withId("problem")
                .withName("problem")
                .withClass("field"),
            iff(playground.mostOptimizers(kind) > 0, choices(kind, optimizers, words)),
            button(words.say("Show")).withClass("btn primary"))
        .withClass("free ui")
        .withMethod("get")
        .withAction("/play/" + kind);
  }

  private DomContent choices(String kind, List<String> chosen, Words words) {
    int most = playground.mostOptimizers(kind);
    String title = most == 1 ? words.say("Optimizer") : words.say("Optimizers, {0} at most", most);
    List<Optimizer<?>> all = playground.runs().catalog().optimizers().all();
    String names =
        all.stream()
            .filter(optimizer -> chosen.contains(optimizer.name()))
            .map(optimizer -> words.say(optimizer.title()))
            .collect(Collectors.joining(", "));
    return details(
        summary(title + ": " + names),
        fieldset(
            legend(title).withClass("vh"),
            each(all, optimizer -> choice(optimizer, most, chosen, words))));
  }

  private static DomContent choice(
      Optimizer<?> optimizer, int most, List<String> chosen, Words words) {
    return label(
        input()
            .withType(most == 1 ? "radio" : "checkbox")
            .withName("optimizer")
            .withValue(optimizer.name())
            .withCondChecked(chosen.contains(optimizer.name()))
            .withCondClass(most > 1, "chk"),
        text(words.say(optimizer.title())));
  }

  private String kind(Context ctx) {
    String kind = ctx.pathParam("kind");
    if (!playground.kinds().contains(kind)) {
      throw new NotFoundResponse(layout.words(ctx).say("There is no figure called {0}.", kind));
    }
    return kind;
  }

  private Problem problem(Context ctx) {
    return named(kind(ctx), ctx.pathParam("problem"));
  }

  private Problem named(String kind, String name) {
    List<Problem> problems = playground.problems(kind);
    return problems.stream()
        .filter(problem -> problem.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name, problems.stream().map(Problem::name).toList()));
  }

  private List<String> optimizers(Context ctx, String kind) {
    List<String> known =
        playground.runs().catalog().optimizers().all().stream()
            .<String>map(Optimizer::name)
            .toList();
    List<String> given = ctx.queryParams("optimizer");
    for (String name : given) {
      if (!known.contains(name)) {
        throw unknown(name, known);
      }
    }
    return given.isEmpty()
        ? playground.usual(kind)
        : given.stream().distinct().limit(playground.mostOptimizers(kind)).toList();
  }

  private static BadRequestResponse unknown(String name, List<String> known) {
    return new BadRequestResponse(
        "'%s' is unknown here; known: %s.".formatted(name, String.join(", ", known)));
  }
}
