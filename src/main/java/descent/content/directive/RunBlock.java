package descent.content.directive;

import descent.content.source.Quantity;
import descent.run.BadQuery;
import descent.run.RunService;
import descent.words.Words;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;

/** A run figure in one of its states. */
final class RunBlock implements Block {
  private final Caption caption;
  private final RunState initial;
  private final RunState state;
  private final String complaint;
  private final RunService service;
  private final Controls controls;

  RunBlock(Caption caption, RunState state, RunService service, Controls controls) {
    this(caption, state, state, "", service, controls);
  }

  private RunBlock(
      Caption caption,
      RunState initial,
      RunState state,
      String complaint,
      RunService service,
      Controls controls) {
    this.caption = caption;
    this.initial = initial;
    this.state = state;
    this.complaint = complaint;
    this.service = service;
    this.controls = controls;
  }

  @Override
  public Caption caption() {
    return caption;
  }

  @Override
  public DomContent html(Words words) {
    return new RunFigure(caption, initial, state, complaint, service, controls, words).html();
  }

  @Override
  public Block with(Map<String, List<String>> query) {
    Map<String, List<String>> own = Block.own(caption.id(), query);
    if (own.isEmpty()) {
      return this;
    }
    try {
      RunState read = RunReader.read(service.catalog(), initial, own);
      return new RunBlock(caption, initial, read, "", service, controls);
    } catch (BadQuery e) {
      return new RunBlock(
          caption, initial, initial, String.valueOf(e.getMessage()), service, controls);
    }
  }

  @Override
  public List<Quantity> quantities() {
    return new RunQuantities(initial, service).all();
  }

  @Override
  public Map<String, List<Double>> state() {
    return initial.settings();
  }
}
