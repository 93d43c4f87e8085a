package descent.content.directive;

import static j2html.TagCreator.*;

import descent.words.Words;
import j2html.TagCreator;
import j2html.tags.DomContent;
import j2html.tags.specialized.FigureTag;
import j2html.tags.specialized.FormTag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all figures whose state is a form share. */
final class FigureForm {
  private FigureForm() {}

  /**
   * The form with its caption.
   *
   * @param block the directive's name
   * @param isFirst whether all settings are those that the caption describes
   */
  static FigureTag figure(
      Caption caption, String block, boolean isFirst, FormTag form, Words words) {
    return Language.ofReader(TagCreator.figure(), words)
        .with(
            form.withClass("ui")
                .withMethod("get")
                .withAction("#" + caption.id())
                .attr("autocomplete", "off"),
            figcaption(
                    Language.ofAuthor(caption.text().inline(), words),
                    span(" "
                            + words.say(
                                "The numbers of this caption belong to the first settings."))
                        .withClass("stale")
                        .withCondHidden(isFirst))
                .withCondHidden(caption.text().isEmpty()))
        .withClass("fig " + block)
        .withId(caption.id())
        .attr("data-block", block)
        .attr("aria-labelledby", caption.id() + "-title");
  }

  /**
   * A choice in a plot's corner.
   *
   * @param name of the field; its last part is its style
   * @param absent the choice that the address leaves out
   * @param words what is chosen, for a reader who cannot see it
   * @param names of the values, in their order
   */
  static DomContent pick(
      String name,
      String chosen,
      String absent,
      String words,
      List<String> values,
      List<String> names) {
    return select(
            each(
                values,
                value ->
                    option(names.get(values.indexOf(value)))
                        .withValue(value)
                        .withCondSelected(value.equals(chosen))))
        .withClass("pick " + name.substring(name.lastIndexOf('.') + 1))
        .withName(name)
        .attr("data-default", absent)
        .attr("aria-label", words);
  }

  /** A button that draws another seed, and the seed that is drawn now. */
  static DomContent newSeed(String name, long seed, long absent, Words words) {
    return each(
        button(words.say("New seed"))
            .withType("button")
            .withClass("btn quiet js")
            .attr("data-do", "seed"),
        input()
            .withType("hidden")
            .withName(name)
            .withValue(Long.toString(seed))
            .attr("data-default", Long.toString(absent)));
  }

  /**
   * The choice of where a figure is computed.
   *
   * @param known ids of devices with their names
   * @param name of the field
   * @param absent the choice that the address leaves out
   */
  static DomContent devices(
      Map<String, String> known, String name, String chosen, String absent, Words words) {
    Map<String, String> names = new LinkedHashMap<>(known);
    names.putIfAbsent(chosen, chosen);
    List<String> ids = List.copyOf(names.keySet());
    return span(
        text(words.say("device") + " "),
        pick(
            name,
            chosen,
            absent,
            words.say("Computed on"),
            ids,
            names.values().stream().map(words::retell).toList()));
  }
}
