package descent.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An English sentence with places such as {0}, in which what was said is found again.
 *
 * @param english as it stands in a language's file
 * @param parts its words before, between and after the places, of which there is at least one
 */
record Sentence(String english, List<String> parts) {
  /** Between two sentences. */
  static final Pattern END = Pattern.compile("(?<=[.!?]) (?=[^ a-z])");

  private static final String PLACE = "\\{\\d}";

  Sentence {
    parts = List.copyOf(parts);
  }

  static Sentence of(String english) {
    return new Sentence(english, List.of(english.split(PLACE, -1)));
  }

  /** Whether anything is left to say. */
  static boolean hasPlaces(String english) {
    return english.matches("(?s).*" + PLACE + ".*");
  }

  /** How many characters are given: of two sentences that fit, the one with more fits better. */
  int length() {
    return parts.stream().mapToInt(String::length).sum();
  }

  /** The values, in order of their numbers, each as short as may be. */
  Optional<List<String>> values(String said) {
    String last = parts.get(parts.size() - 1);
    int end = said.length() - last.length();
    if (!said.startsWith(parts.get(0)) || !said.endsWith(last)) {
      return Optional.empty();
    }
    var values = new ArrayList<String>();
    int at = parts.get(0).length();
    for (String part : parts.subList(1, parts.size() - 1)) {
      int next = said.indexOf(part, at);
      if (next < 0) {
        return Optional.empty();
      }
      values.add(said.substring(at, next));
      at = next + part.length();
    }
    if (at > end) {
      return Optional.empty();
    }
    values.add(said.substring(at, end));
    boolean isOne =
        IntStream.range(0, values.size()).allMatch(i -> quotes(i) || isOne(values.get(i)));
    return isOne ? Optional.of(values) : Optional.empty();
  }

  private static boolean isOne(String value) {
    return !END.matcher(value).find();
  }

  /** Whether the value of a place is quoted: then it is the reader's own. */
  boolean quotes(int place) {
    return parts.get(place).endsWith("'");
  }
}
