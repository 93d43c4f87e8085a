package descent.content.exhibit;

import static j2html.TagCreator.*;

import descent.content.directive.Slider;
import descent.plot.Numbers;
import descent.words.Words;
import j2html.TagCreator;
import j2html.tags.DomContent;
import j2html.tags.specialized.InputTag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One part of an exhibit's state and how a reader sets it. */
public sealed interface Setting {
  /** Its key on the wire. */
  String name();

  /** As on the wire. */
  String value();

  /** Its fields in the form of figure {@code id}, whose author wrote {@code absent}. */
  DomContent html(String id, String absent, Words words);

  /** How a slider's places are spread. */
  enum Scale {
    LINEAR,
    LOG,
    INTEGER,
    INTEGER_LOG
  }

  /** A number on a slider. */
  record Slide(String name, String label, double at, double low, double high, Scale scale)
      implements Setting {
    @Override
    public String value() {
      return Numbers.field(at);
    }

    @Override
    public DomContent html(String id, String absent, Words words) {
      return row(
          id, name, words.say(label), slider(low, high, scale), typed(id, name, value(), absent));
    }
  }

  /** A point, each coordinate on a slider; pictures may have a handle for it. */
  record Point(String name, String label, double[] x, double[] low, double[] high)
      implements Setting {
    @Override
    public String value() {
      return joined(x);
    }

    @Override
    public DomContent html(String id, String absent, Words words) {
      DomContent sliders =
          div(
              each(
                  IntStream.range(0, x.length)
                      .mapToObj(i -> slider(low[i], high[i], Scale.LINEAR).attr("data-index", i))));
      return row(id, name, words.say(label), sliders, typed(id, name, value(), absent));
    }
  }

  /** One of several words. */
  record Choice(String name, String label, String value, List<Option> options) implements Setting {
    /** A word on the wire and what a reader sees. */
    record Option(String value, String text) {}

    @Override
    public DomContent html(String id, String absent, Words words) {
      return div(
              TagCreator.label(words.say(label)).withFor(id + "-" + name),
              select(
                      each(
                          options,
                          each ->
                              option(words.say(each.text()))
                                  .withValue(each.value())
                                  .withCondSelected(each.value().equals(value))))
                  .withId(id + "-" + name)
                  .withName(id + "." + name)
                  .withClass("pick")
                  .attr("data-default", absent))
          .withClass("choice");
    }
  }

  /** A device, one of those that there are when it is drawn. */
  record Place(String name, String label, String value, Supplier<Map<String, String>> known)
      implements Setting {
    @Override
    public DomContent html(String id, String absent, Words words) {
      Map<String, String> names = new LinkedHashMap<>(known.get());
      names.putIfAbsent(value, value);
      List<Choice.Option> options = new ArrayList<>();
      names.forEach((device, title) -> options.add(new Choice.Option(device, title)));
      return new Choice(name, label, value, options).html(id, absent, words);
    }
  }

  /** A text that is typed. */
  record Text(String name, String label, String value) implements Setting {
    @Override
    public DomContent html(String id, String absent, Words words) {
      return div(
              TagCreator.label(words.say(label)).withFor(id + "-" + name),
              input()
                  .withId(id + "-" + name)
                  .withClass("field")
                  .withName(id + "." + name)
                  .withValue(value)
                  .withMaxlength("500")
                  .attr("spellcheck", "false")
                  .attr("data-default", absent))
          .withClass("typed");
    }
  }

  /** What the random numbers start from. */
  record Seed(String name, long seed) implements Setting {
    @Override
    public String value() {
      return Long.toString(seed);
    }

    @Override
    public DomContent html(String id, String absent, Words words) {
      DomContent again =
          button(words.say("Draw again"))
              .withType("button")
              .withClass("btn js")
              .attr("data-do", "again");
      return row(id, name, words.say("Seed"), again, typed(id, name, value(), absent));
    }
  }

  /** What the author alone sets. */
  record Fixed(String name, String value) implements Setting {
    @Override
    public DomContent html(String id, String absent, Words words) {
      return input()
          .withType("hidden")
          .withName(id + "." + name)
          .withValue(value)
          .attr("data-default", absent);
    }
  }

  /** Numbers as on the wire. */
  static String joined(double... numbers) {
    return Arrays.stream(numbers).mapToObj(Numbers::field).collect(Collectors.joining(","));
  }

  private static DomContent row(
      String id, String name, String label, DomContent slider, InputTag number) {
    return div(TagCreator.label(label).withFor(id + "-" + name), slider, number)
        .withClass("coordinate");
  }

  private static InputTag slider(double low, double high, Scale scale) {
    return Slider.of(low, high, scale.name()).attr("data-index", 0);
  }

  private static InputTag typed(String id, String name, String value, String absent) {
    return input()
        .withId(id + "-" + name)
        .withClass("num")
        .withName(id + "." + name)
        .withValue(value)
        .attr("data-default", absent)
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off");
  }
}
