package descent.content;

import descent.content.directive.Block;
import descent.content.source.Mistake;
import descent.content.source.Numeral;
import descent.content.source.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds numbers typed in a caption that its figure does not have. */
final class CaptionCheck {

  private static final String NUMBER = "([-−]?\\d+(?:\\.\\d+)?(?:e-?\\d+)?)(?![\\w^.]*\\w)";

  private CaptionCheck() {}

  static List<Mistake> of(Block block) {
    var mistakes = new ArrayList<Mistake>();
    for (Prose prose :
        List.of(block.caption().title(), block.caption().text(), block.caption().alternative())) {
      String words = prose.markdown().replaceAll("\\{\\{[^{}]*}}", "…");
      block
          .state()
          .forEach((name, values) -> mistakes.addAll(contradictions(prose, words, name, values)));
    }
    return mistakes;
  }

  private static List<Mistake> contradictions(
      Prose prose, String words, String name, List<Double> values) {
    var mistakes = new ArrayList<Mistake>();
    String quoted = Pattern.quote(name);
    Pattern typed =
        Pattern.compile(
            "(?i)(?<![\\w])"
                + quoted
                + "(?:\\s|=|\\$|:|of|is|\\\\approx|≈)*"
                + NUMBER
                + "|"
                + NUMBER
                + "\\s+"
                + quoted
                + "(?!\\w)");
    Matcher matcher = typed.matcher(words);
    while (matcher.find()) {
      String number = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      double value = Double.parseDouble(number.replace('−', '-'));
      if (!values.contains(value)) {
        mistakes.add(
            Mistake.error(
                prose.file(),
                prose.line(),
                "the caption says '%s', but the figure's %s is %s; write a computed value {{…}}"
                    .formatted(matcher.group().strip(), name, written(values))));
      }
    }
    return mistakes;
  }

  private static String written(List<Double> values) {
    return values.stream()
        .map(value -> Numeral.of(value).text())
        .collect(Collectors.joining(" or "));
  }
}
