package descent.content.markdown;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words that are linked to their definitions, and how they are found in a sentence. */
public final class Glossary {

  private final Map<String, String> ids = new LinkedHashMap<>();
  private final Pattern pattern;

  /**
   * Builds a glossary; upper and lower case and a plural s make no difference.
   *
   * @param idOfWord the fragment on the glossary page, by word
   */
  public Glossary(Map<String, String> idOfWord) {
    idOfWord.forEach((word, id) -> ids.put(word.toLowerCase(Locale.ROOT), id));
    String alternatives =
        ids.keySet().stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    pattern =
        Pattern.compile(
            alternatives.isEmpty() ? "(?!)" : "(?<![\\w-])(" + alternatives + ")(e?s)?(?![\\w-])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * Walks through a sentence.
   *
   * @param linked ids that are linked already; grows
   * @param plain hears the text between
   * @param term hears each new term's text and id
   */
  void walk(
      String text, Set<String> linked, Consumer<String> plain, BiConsumer<String, String> term) {
    Matcher matcher = pattern.matcher(text);
    int end = 0;
    while (matcher.find()) {
      String id = ids.get(matcher.group(1).toLowerCase(Locale.ROOT));
      if (id != null && linked.add(id)) {
        plain.accept(text.substring(end, matcher.start()));
        term.accept(matcher.group(), id);
        end = matcher.end();
      }
    }
    plain.accept(text.substring(end));
  }
}
