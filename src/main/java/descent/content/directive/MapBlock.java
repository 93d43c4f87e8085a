package descent.content.directive;

import descent.content.source.Quantity;
import descent.run.BadQuery;
import descent.run.RunService;
import descent.run.sweep.SweepService;
import descent.words.Words;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;

/** A sweep figure in one of its states. */
record MapBlock(
    Caption caption,
    MapState initial,
    MapState now,
    String complaint,
    RunService runs,
    SweepService sweeps,
    Controls controls)
    implements Block {

  @Override
  public DomContent html(Words words) {
    return new MapFigure(this, words).html();
  }

  @Override
  public Block with(Map<String, List<String>> query) {
    Map<String, List<String>> own = Block.own(caption.id(), query);
    if (own.isEmpty()) {
      return this;
    }
    try {
      return in(new MapReader(runs.catalog(), initial).read(own), "");
    } catch (BadQuery e) {
      return in(initial, String.valueOf(e.getMessage()));
    }
  }

  private MapBlock in(MapState next, String complaint) {
    return new MapBlock(caption, initial, next, complaint, runs, sweeps, controls);
  }

  @Override
  public List<Quantity> quantities() {
    return new RunQuantities(initial.run(), runs).all();
  }

  @Override
  public Map<String, List<Double>> state() {
    return initial.run().settings();
  }
}
