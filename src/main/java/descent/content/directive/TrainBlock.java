package descent.content.directive;

import descent.content.source.Quantity;
import descent.run.BadQuery;
import descent.run.training.LessonTable;
import descent.run.training.TrainService;
import descent.words.Words;
import j2html.tags.DomContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A training figure in one of its states.
 *
 * @param initial as the author wrote it
 * @param complaint what is wrong with the address, or empty
 * @param waits whether nothing is trained before the reader asks for it
 */
record TrainBlock(
    Caption caption,
    TrainState initial,
    TrainState now,
    String complaint,
    boolean waits,
    TrainService service,
    Controls controls)
    implements Block {

  @Override
  public DomContent html(Words words) {
    return new TrainFigure(this, words).html();
  }

  @Override
  public Block with(Map<String, List<String>> query) {
    String prefix = caption.id() + ".";
    Map<String, List<String>> own = new LinkedHashMap<>();
    query.forEach(
        (key, values) -> {
          if (key.startsWith(prefix) && !values.equals(List.of(""))) {
            own.put(key.substring(prefix.length()), values);
          }
        });
    if (own.isEmpty()) {
      return this;
    }
    try {
      return with(new TrainForm(service.catalog(), initial).read(own), "");
    } catch (BadQuery e) {
      return with(initial, String.valueOf(e.getMessage()));
    }
  }

  private TrainBlock with(TrainState next, String complaint) {
    return new TrainBlock(caption, initial, next, complaint, waits, service, controls);
  }

  @Override
  public List<Quantity> quantities() {
    return new TrainQuantities(initial, service).all();
  }

  @Override
  public Optional<LessonTable> lessonTable() {
    return initial.data().table();
  }

  /** Each hyperparameter by its label. */
  @Override
  public Map<String, List<Double>> state() {
    return RunState.settings(initial.rows());
  }
}
