package descent.content.directive;

import descent.content.directive.RaceState.Show;
import descent.content.source.Source;
import descent.run.RunService;

/** {@code ```{race}}: optimizers side by side, and one step of one of them taken apart. */
public final class RaceDirective implements Directive {
  private final RunService runs;

  public RaceDirective(RunService runs) {
    this.runs = runs;
  }

  @Override
  public String name() {
    return "race";
  }

  @Override
  public String doc() {
    return """
    A run whose optimizers show what they carry with them, and below it one step of one of them \
    taken apart: a sentence, a formula and the numbers for each stage, all from the rule that \
    runs. `show` is what is drawn at each head: `arrows` (gradient and step), `path`, `momentum` \
    (remembered directions), `squares` (remembered sizes) or `all`. `taken` names the optimizer \
    that is taken apart first. All other keys are those of `run`, for an objective in two \
    variables.\
    """;
  }

  @Override
  public String example() {
    return """
    ```{race}
    id: bowls
    title: Two bowls
    objective: local_minimum
    start: [0.75, 1]
    steps: 150
    step: 12
    optimizer:
      - gd(learning_rate=0.01)
      - momentum(learning_rate=0.01, momentum=0.9)
      - adam(learning_rate=0.05)
    show: all
    taken: adam
    alt: A map with a shallow and a deep bowl, three paths and what each carries with it.
    ```
    """;
  }

  @Override
  public Block parse(Source source, Caption caption) {
    RunState run = new RunDirective(runs).state(source);
    Show show = Show.of(source.word("show", "arrows", Show.wires()));
    String first = run.rows().isEmpty() ? "" : run.rows().get(0).key();
    String taken = source.text("taken", first);
    if (!run.rows().isEmpty() && run.rows().stream().noneMatch(row -> row.key().equals(taken))) {
      source.error(
          "taken",
          "'%s' is no optimizer of this race; known: %s"
              .formatted(taken, run.rows().stream().map(RunState.Row::key).toList()));
    }
    if (run.problem().objective().dimension() != 2) {
      source.error("objective", "a race needs an objective in x and y");
    }
    RaceState state = new RaceState(run, show, taken);
    return new RaceBlock(caption, state, state, "", runs, Controls.of(source));
  }
}
