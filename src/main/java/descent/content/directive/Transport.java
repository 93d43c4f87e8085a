package descent.content.directive;

import static j2html.TagCreator.*;

import descent.words.Words;
import j2html.tags.DomContent;
import j2html.tags.specialized.ButtonTag;

/**
 * Plays a run and steps through it.
 *
 * @param initial as the author wrote it
 * @param lengthened whether the reader may change how many steps there are
 */
record Transport(
    Caption caption, RunState initial, RunState state, boolean lengthened, Words words) {

  DomContent html() {
    return div(
            div(
                    button(Icon.PLAY.html())
                        .withType("button")
                        .withClass("btn primary icon play")
                        .withTitle(words.say("Play the run"))
                        .attr("aria-label", words.say("Play the run"))
                        .attr("data-do", "play"),
                    step("back", words.say("One step back"), Icon.BACK),
                    step("on", words.say("One step on"), Icon.ON),
                    FigureHead.tool("rewind", words.say("To the start"), Icon.RESET)
                        .withClass("btn quiet icon opt"))
                .withClass("grp js"),
            noscript(button(words.say("Run")).withClass("btn primary").withType("submit")),
            input()
                .withType("range")
                .withClass("rng scrub")
                .withName(caption.id() + ".step")
                .withMin("0")
                .withMax(Integer.toString(state.steps()))
                .withValue(Integer.toString(state.step()))
                .attr("data-default", initial.step())
                .attr("aria-label", words.say("Step")),
            div(
                    select(
                            option("½×").withValue("110"),
                            option("1×").withValue("55").attr("selected"),
                            option("2×").withValue("25"))
                        .withClass("pick speed js")
                        .attr("aria-label", words.say("Speed")),
                    span(words.say("step") + " "),
                    b(Integer.toString(state.step())).withClass("now"),
                    text(" " + words.say("of") + " "),
                    input()
                        .withClass("num steps")
                        .withName(caption.id() + ".steps")
                        .withValue(Integer.toString(state.steps()))
                        .attr("data-default", initial.steps())
                        .attr("inputmode", "numeric")
                        .attr("aria-label", words.say("Number of steps"))
                        .withCondReadonly(!lengthened))
                .withClass("iter"))
        .withClass("transport");
  }

  private static ButtonTag step(String action, String label, Icon icon) {
    return FigureHead.tool(action, label, icon).withClass("btn icon " + action);
  }
}
