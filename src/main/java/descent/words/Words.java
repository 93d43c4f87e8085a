package descent.words;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The interface's words in one language, found by their English ones; immutable.
 *
 * @param language its tag by BCP 47, such as "de"
 * @param name what its speakers call it
 * @param server translations of what the server says, by the English words
 * @param browser translations of what scripts say, by the English words
 */
public record Words(
    String language, String name, Map<String, String> server, Map<String, String> browser) {
  public static final Words ENGLISH = new Words("en", "English", Map.of(), Map.of());

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  public Words {
    server = Map.copyOf(server);
    browser = Map.copyOf(browser);
  }

  /** The translation, or the English words if there is none; {0} stands for the first value. */
  public String say(String english, Object... values) {
    String words = server.getOrDefault(english, browser.getOrDefault(english, english));
    return PLACE
        .matcher(words)
        .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), values)));
  }

  /** The words for one of something, or those for any other number; {0} stands for the number. */
  public String count(long number, String one, String many, Object... more) {
    var values = new Object[more.length + 1];
    values[0] = number;
    System.arraycopy(more, 0, values, 1, more.length);
    return say(number == 1 ? one : many, values);
  }

  /** Marks words that are kept in a constant and said later; returns them as they are. */
  public static String key(String english) {
    return english;
  }

  public boolean isEnglish() {
    return language.equals(ENGLISH.language);
  }

  /** All translations by the English words. */
  public Map<String, String> all() {
    var all = new LinkedHashMap<>(server);
    all.putAll(browser);
    return all;
  }

  private static String value(String place, Object... values) {
    int index = Integer.parseInt(place);
    return index < values.length ? String.valueOf(values[index]) : "{" + place + "}";
  }
}
