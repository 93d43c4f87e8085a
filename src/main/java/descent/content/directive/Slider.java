package descent.content.directive;

import static j2html.TagCreator.input;

import descent.plot.Numbers;
import j2html.tags.specialized.InputTag;

/** A slider that a script binds to the number beside it, which keyboards and readers use. */
public final class Slider {
  private Slider() {}

  /**
   * A slider from {@code low} to {@code high}.
   *
   * @param scale {@code LINEAR}, {@code LOG}, {@code INTEGER} or what else {@code slider.js} knows
   */
  public static InputTag of(double low, double high, String scale) {
    return input()
        .withType("range")
        .withClass("rng js")
        .withMin("0")
        .withMax("1000")
        .attr("data-scale", scale)
        .attr("data-low", Numbers.field(low))
        .attr("data-high", Numbers.field(high))
        .attr("tabindex", "-1")
        .attr("aria-hidden", "true");
  }
}
