package descent.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the sources say is what each language's file translates. */
class TranslationsTest {
  private static final Path WORDS = Path.of("static", "words");
  private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";
  private static final Pattern JOIN = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final String SAID = "(?:say|key)\\(\\s*" + TEXT;
  private static final String COUNTED = "count\\(\\s*[^;\"]*?,\\s*" + TEXT + ",\\s*" + TEXT;
  private static final String JAVA_NAME = "\\b";
  private static final String SCRIPT_NAME = "(?<![.\\w])";
  private static final Pattern NO_LETTER = Pattern.compile("\\P{L}+");
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  private static final String JAVA = sources(Path.of("src", "main", "java"), ".java");
  private static final String SCRIPTS = sources(Path.of("static", "js"), ".js");

  static List<Words> translations() {
    return Languages.read(WORDS).all().stream().filter(words -> !words.isEnglish()).toList();
  }

  @ParameterizedTest
  @MethodSource("translations")
  void nothingThatTheServerSaysLacksATranslation(Words words) {
    assertThat(missing(said(JAVA, JAVA_NAME), words.all().keySet())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("translations")
  void nothingThatAScriptSaysLacksATranslation(Words words) {
    assertThat(missing(said(SCRIPTS, SCRIPT_NAME), words.browser().keySet())).isEmpty();
  }

  /** Titles of optimizers and other data are said as they are: their text is in the sources. */
  @ParameterizedTest
  @MethodSource("translations")
  void noTranslationIsLeftOver(Words words) {
    assertThat(words.server().keySet()).filteredOn(isIn(JAVA).negate()).isEmpty();
    assertThat(words.browser().keySet()).filteredOn(isIn(SCRIPTS).negate()).isEmpty();
    assertThat(words.told().keySet()).filteredOn(isTold().negate()).isEmpty();
    assertThat(words.server().keySet()).doesNotContainAnyElementsOf(words.browser().keySet());
    assertThat(words.told().keySet()).doesNotContainAnyElementsOf(words.browser().keySet());
    assertThat(words.told().keySet()).doesNotContainAnyElementsOf(words.server().keySet());
  }

  @ParameterizedTest
  @MethodSource("translations")
  void aTranslationHasThePlacesOfItsEnglish(Words words) {
    assertThat(words.all())
        .allSatisfy(
            (english, ours) -> assertThat(places(ours)).as(ours).isEqualTo(places(english)));
  }

  /** At run time the last one would hold. */
  @ParameterizedTest
  @MethodSource("translations")
  void nothingIsTranslatedTwice(Words words) {
    String file = text(WORDS.resolve(words.language() + ".yml"));
    assertThatCode(() -> new Load(LoadSettings.builder().build()).loadFromString(file))
        .doesNotThrowAnyException();
  }

  private static Set<String> missing(Set<String> said, Set<String> known) {
    assertThat(said).isNotEmpty();
    said.removeAll(known);
    return said;
  }

  private static Set<String> said(String sources, String before) {
    var said = new TreeSet<String>();
    for (String call : List.of(SAID, COUNTED)) {
      Matcher matcher = Pattern.compile(before + call).matcher(sources);
      while (matcher.find()) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
          said.add(unescaped(matcher.group(group)));
        }
      }
    }
    return said;
  }

  private static Predicate<String> isIn(String sources) {
    String plain = unescaped(sources);
    return english -> plain.contains("\"" + english + "\"");
  }

  /** Such a sentence is put together in more than one place, of words that are in the sources. */
  private static Predicate<String> isTold() {
    Set<String> known = new HashSet<>(List.of(NO_LETTER.split(JAVA)));
    known.add("");
    return english ->
        known.containsAll(List.of(NO_LETTER.split(PLACE.matcher(english).replaceAll(" "))));
  }

  private static List<String> places(String text) {
    var places = new ArrayList<String>();
    Matcher matcher = PLACE.matcher(text);
    while (matcher.find()) {
      places.add(matcher.group());
    }
    return places.stream().sorted().toList();
  }

  private static String unescaped(String literal) {
    return literal.replace("\\\"", "\"").replace("\\\\", "\\");
  }

  /** All sources below a folder, with parts of one literal joined. */
  private static String sources(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      String all =
          files
              .filter(file -> file.toString().endsWith(ending))
              .sorted()
              .map(TranslationsTest::text)
              .collect(Collectors.joining("\n"));
      return JOIN.matcher(all).replaceAll("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
