package descent.web.page;

import static j2html.TagCreator.*;

import descent.objective.Box;
import descent.optimizer.OptimizerSpec;
import descent.plot.RunPicture;
import descent.plot.Trace;
import descent.run.RunService;
import descent.run.RunSpec;
import descent.words.Words;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The figure of the first page: three optimizers in one valley, run when the page is first shown.
 */
final class Cover {
  private static final Map<String, List<String>> QUERY =
      Map.of(
          "objective", List.of("(1 - x)^2 + 10*(y - x^2)^2"),
          "start", List.of("-1.4,1.5"),
          "steps", List.of("120"),
          "optimizer",
              List.of(
                  "gd(learning_rate=0.004)",
                  "momentum(learning_rate=0.004,momentum=0.9)",
                  "adam(learning_rate=0.2)"));
  private static final Box BOX = new Box(-1.9, 1.9, -0.55, 1.9);

  private final RunService runs;
  private final Map<String, DomContent> drawn = new ConcurrentHashMap<>();

  Cover(RunService runs) {
    this.runs = runs;
  }

  DomContent html(Words words) {
    return drawn.computeIfAbsent(words.language(), absent -> draw(words));
  }

  private DomContent draw(Words words) {
    RunSpec spec = RunSpec.decode(QUERY, runs.catalog());
    List<OptimizerSpec> entrants = spec.entrants();
    List<Trace> traces = Trace.of(entrants.stream().map(each -> each.optimizer().name()).toList());
    var picture = new RunPicture(runs.result(spec), BOX, traces, spec.steps(), true);
    String alternative =
        words.say(
            "A curved valley with the paths of gradient descent, momentum and Adam from one start."
                + " Gradient descent creeps, the other two reach the minimum.");
    return figure(
        div(rawHtml(picture.map(alternative, RunPicture.MAP))).withClass("cover-map"),
        figcaption(
            text(words.say("120 steps down Rosenbrock’s valley, run by this server:") + " "),
            each(
                entrants, entrant -> name(entrant, traces.get(entrants.indexOf(entrant)), words))));
  }

  private static DomContent name(OptimizerSpec entrant, Trace trace, Words words) {
    String colour = trace.style().replace("trace-", "optimizer-");
    String line =
        "<svg viewBox='0 0 44 16' aria-hidden='true'><path d='M1 8H43' stroke='var(--%s)'"
                .formatted(colour)
            + " stroke-dasharray='%s'/></svg>".formatted(trace.dash());
    return span(rawHtml(line), text(words.say(entrant.optimizer().title()))).withClass("entrant");
  }
}
