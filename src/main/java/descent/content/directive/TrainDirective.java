package descent.content.directive;

import descent.content.source.Source;
import descent.optimizer.OptimizerSpec;
import descent.plot.TrainPicture.Axis;
import descent.plot.TrainPicture.Measure;
import descent.run.BadQuery;
import descent.run.Complaint;
import descent.run.Query;
import descent.run.training.Edit;
import descent.run.training.LessonTable;
import descent.run.training.TrainService;
import descent.run.training.TrainSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code ```{train}}: optimizers that train one network, live. */
public final class TrainDirective implements Directive {
  private static final List<String> SPEC =
      List.of(
          "data",
          "label",
          "task",
          "held",
          "activation",
          "residual",
          "normalized",
          "batch",
          "steps",
          "epochs",
          "seed");
  private final TrainService service;

  public TrainDirective(TrainService service) {
    this.service = service;
  }

  @Override
  public String name() {
    return "train";
  }

  @Override
  public String doc() {
    return """
    Trains one network by one to six optimizers, from the same weights on the same batches, and \
    draws their curves while they grow. `data` is `digits` (the default), `moons`, `circles`, \
    `spirals`, `blobs`, a CSV file beside the lesson (see *Data of your own*) or, where it is \
    installed, `fashion_mnist` or `mnist` (`serve --idx` says in which folder); `task` is `classify` or \
    `reconstruct` (an autoencoder); `held` is the share held out (0.2). `hidden` lists the widths \
    of the hidden layers (`[32, 16]`; `[]` is softmax regression), `activation` is `tanh`, \
    `sigmoid`, `relu` or `gelu`; `residual` and `normalized` are 0 or 1. `optimizer` lists \
    entrants as on the wire, those of models among them. Optional: `batch` (128), `steps` (300) \
    or `epochs`, `seed`, `edit` (a list such as `120:adam.learning_rate=0.001`), `axis` (`step`, \
    `seconds`, `log_step`, `log_seconds`), `measure` (`loss`, `error`, `gradient`), `scale` \
    (`log`, `linear`), `controls` (`network`, `optimizers`, `steps`), and `waits: true` where the \
    training is too long to run before a reader asks for it. Captions may ask for \
    `final_loss(optimizer)`, `final_accuracy(optimizer)`, `held_loss(optimizer)`, \
    `held_accuracy(optimizer)`, `steps_to_loss(loss, optimizer)` and `parameters()`, which train \
    the network when the lesson is read.\
    """;
  }

  @Override
  public String example() {
    return """
    ```{train}
    id: digits
    title: Three optimizers learn to read digits
    hidden: [32, 16]
    batch: 256
    steps: 200
    optimizer:
      - kfac(damping=0.003)
      - adam(learning_rate=0.01)
      - momentum(learning_rate=0.3)
    alt: Three falling curves of the loss; K-FAC's falls fastest.
    ```
    """;
  }

  @Override
  public Block parse(Source source, Caption caption) {
    Axis axis = Axis.valueOf(word(source, "axis", Axis.words()));
    Measure measure = Measure.valueOf(word(source, "measure", Measure.words()));
    boolean logarithmic = source.word("scale", "log", List.of("log", "linear")).equals("log");
    boolean waits = source.flag("waits", false);
    TrainSpec spec = spec(source);
    List<OptimizerSpec> entrants = spec.entrants();
    List<Edit> edits = spec.edits();
    TrainState state =
        new TrainState(
            spec.data(),
            spec.network(),
            spec.batch(),
            spec.steps(),
            spec.seed(),
            axis,
            measure,
            logarithmic,
            RunState.rows(entrants),
            edits,
            spec.device());
    Controls controls = Controls.of(source, List.of("network", "optimizers", "steps"));
    return new TrainBlock(caption, state, state, "", waits, service, controls);
  }

  private static String word(Source source, String key, List<String> known) {
    return source.word(key, known.get(0), known).toUpperCase(Locale.ROOT);
  }

  /** The CSV file beside the lesson, where {@code data} names one. */
  private static Optional<LessonTable> table(Source source) {
    String name = source.text("data", "");
    return name.contains(".") || name.contains("/")
        ? source
            .beside("data", ".csv")
            .map(text -> LessonTable.of(source.lesson() + "/" + name, text))
        : Optional.empty();
  }

  /** The fence says what a query says. */
  private TrainSpec spec(Source source) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (String key : SPEC) {
      if (source.has(key)) {
        query.put(key, List.of(source.text(key)));
      }
    }
    Optional<LessonTable> table = table(source);
    if (source.hasErrors()) {
      query.keySet().removeAll(List.of("data", "label"));
    }
    table.ifPresent(beside -> query.put("data", List.of(beside.name())));
    query.put("optimizer", source.texts("optimizer"));
    query.put("edit", source.texts("edit"));
    if (source.has("hidden")) {
      query.put("hidden", List.of(String.join(",", source.texts("hidden"))));
    }
    try {
      return TrainSpec.decode(new Query(query), service.catalog(), name -> table);
    } catch (BadQuery e) {
      for (Complaint complaint : e.complaints()) {
        source.error(complaint.key(), complaint.message());
      }
      return TrainSpec.decode(Map.of("optimizer", List.of("gd")), service.catalog());
    }
  }
}
