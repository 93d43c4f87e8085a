package descent.content.directive;

import descent.content.directive.RaceState.Show;
import descent.content.source.Quantity;
import descent.run.BadQuery;
import descent.run.RunService;
import descent.words.Words;
import j2html.tags.DomContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A race in one of its states. */
record RaceBlock(
    Caption caption,
    RaceState initial,
    RaceState now,
    String complaint,
    RunService runs,
    Controls controls)
    implements Block {

  @Override
  public DomContent html(Words words) {
    return new RaceFigure(this, words).html();
  }

  @Override
  public Block with(Map<String, List<String>> query) {
    Map<String, List<String>> own = Block.own(caption.id(), query);
    if (own.isEmpty()) {
      return this;
    }
    Map<String, List<String>> rest = new LinkedHashMap<>(own);
    List<String> show = rest.remove("show");
    List<String> taken = rest.remove("taken");
    try {
      RunState run = RunReader.read(runs.catalog(), initial.run(), rest);
      boolean known = show != null && Show.wires().contains(show.get(0));
      RaceState next =
          new RaceState(
              run,
              known ? Show.of(show.get(0)) : initial.show(),
              taken == null ? initial.taken() : taken.get(0));
      return new RaceBlock(caption, initial, next, "", runs, controls);
    } catch (BadQuery e) {
      return new RaceBlock(
          caption, initial, initial, String.valueOf(e.getMessage()), runs, controls);
    }
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
