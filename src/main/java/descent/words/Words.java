package descent.words;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The interface's words in one language, found by their English ones; immutable.
 *
 * @param language its tag by BCP 47, such as "de"
 * @param name what its speakers call it
 * @param server translations of what the server says, by the English words
 * @param browser translations of what scripts say, by the English words
 * @param told translations of sentences that rooms without words tell, with their places
 */
public record Words(
    String language,
    String name,
    Map<String, String> server,
    Map<String, String> browser,
    Map<String, String> told) {
  public static final Words ENGLISH = new Words("en", "English", Map.of(), Map.of(), Map.of());

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final Pattern GROUPED = Pattern.compile("[+−-]?\\d{1,3}(,\\d{3})+");
  private static final Pattern TEXT = Pattern.compile("(<text[^>]*>)([^<]+)");
  private static final Pattern ALTERNATIVE =
      Pattern.compile("(<svg[^>]*? aria-label=)\"([^\"]+)\"");

  public Words {
    server = Map.copyOf(server);
    browser = Map.copyOf(browser);
    told = Map.copyOf(told);
  }

  /** The translation, or the English words if there is none; {0} stands for the first value. */
  public String say(String english, Object... values) {
    String words = known(english).orElse(english);
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

  /**
   * The same of what was said in English already, with its values: whole or sentence by sentence. A
   * value in quotes is the reader's own; what is in no language's file stays English.
   */
  public String retell(String said) {
    if (isEnglish() || said.isEmpty()) {
      return said;
    }
    return whole(said)
        .orElseGet(
            () ->
                Sentence.END
                    .splitAsStream(said)
                    .map(sentence -> whole(sentence).orElse(sentence))
                    .collect(Collectors.joining(" ")));
  }

  /**
   * Drawings, or a page that holds some, with the texts in them retold, and so what is said instead
   * of them; what their author says instead is marked as English.
   */
  public String pictures(String svg) {
    if (isEnglish()) {
      return svg;
    }
    String written =
        TEXT.matcher(svg)
            .replaceAll(text -> Matcher.quoteReplacement(text.group(1) + retell(text.group(2))));
    return ALTERNATIVE
        .matcher(written)
        .replaceAll(
            found -> Matcher.quoteReplacement(found.group(1) + alternative(found.group(2))));
  }

  private String alternative(String said) {
    return whole(said)
        .map(retold -> '"' + retold + '"')
        .orElseGet(() -> isOurs(said) ? '"' + said + '"' : '"' + said + "\" lang=\"en\"");
  }

  /** Whether this was said in this language already. */
  private boolean isOurs(String said) {
    return all().containsValue(said);
  }

  private Optional<String> known(String english) {
    return Stream.of(server, browser, told)
        .flatMap(part -> Optional.ofNullable(part.get(english)).stream())
        .findFirst();
  }

  private Optional<String> whole(String said) {
    return number(said)
        .or(() -> known(said))
        .or(() -> beginning(said))
        .or(
            () ->
                told.keySet().stream()
                    .filter(Sentence::hasPlaces)
                    .map(Sentence::of)
                    .filter(sentence -> sentence.values(said).isPresent())
                    .max(Comparator.comparingInt(Sentence::length))
                    .map(sentence -> filled(sentence, said)));
  }

  /** What is known in small letters, where it begins with a large one. */
  private Optional<String> beginning(String said) {
    return !said.isEmpty() && Character.isUpperCase(said.charAt(0))
        ? known(said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1))
            .map(words -> words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1))
        : Optional.empty();
  }

  private String filled(Sentence sentence, String said) {
    List<String> values = sentence.values(said).orElseThrow();
    Object[] retold =
        IntStream.range(0, values.size())
            .mapToObj(i -> sentence.quotes(i) ? values.get(i) : value(values.get(i)))
            .toArray();
    return say(sentence.english(), retold);
  }

  private String value(String said) {
    return whole(said).orElse(said);
  }

  /** A whole number of thousands, whose comma would be read as a point in other languages. */
  private Optional<String> number(String said) {
    return isEnglish() || !GROUPED.matcher(said).matches()
        ? Optional.empty()
        : Optional.of(said.replace(',', '\u202f'));
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
    all.putAll(told);
    return all;
  }

  private String value(String place, Object... values) {
    int index = Integer.parseInt(place);
    String said = index < values.length ? String.valueOf(values[index]) : "{" + place + "}";
    return number(said).orElse(said);
  }
}
