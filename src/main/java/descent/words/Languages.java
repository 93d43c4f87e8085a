package descent.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The languages that the interface speaks.
 *
 * @param all English first, then by tag
 */
public record Languages(List<Words> all) {
  public static final Languages ENGLISH = new Languages(List.of(Words.ENGLISH));

  public Languages {
    all = List.copyOf(all);
  }

  /** English, and one language for each file {@code TAG.yml} of the folder. */
  public static Languages read(Path folder) {
    var all = new ArrayList<>(ENGLISH.all);
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().endsWith(".yml"))
          .sorted()
          .forEach(file -> all.add(words(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Languages(all);
  }

  /** The language with this tag. */
  public Optional<Words> named(String tag) {
    return all.stream().filter(words -> words.language().equals(tag)).findFirst();
  }

  /**
   * The first language that a reader wants and that there is; otherwise English.
   *
   * @param accepted a header {@code Accept-Language}; nonsense counts as none
   */
  public Words wanted(String accepted) {
    try {
      List<Locale> known =
          all.stream().map(words -> Locale.forLanguageTag(words.language())).toList();
      Locale found = Locale.lookup(Locale.LanguageRange.parse(accepted), known);
      return Optional.ofNullable(found)
          .flatMap(locale -> named(locale.toLanguageTag()))
          .orElse(Words.ENGLISH);
    } catch (IllegalArgumentException e) {
      return Words.ENGLISH;
    }
  }

  private static Words words(Path file) {
    String name = file.getFileName().toString();
    try {
      String text = Files.readString(file);
      var settings =
          LoadSettings.builder().setLabel(file.toString()).setAllowDuplicateKeys(true).build();
      if (!(new Load(settings).loadFromString(text) instanceof Map<?, ?> parts)) {
        throw new IllegalArgumentException(file + " must hold language, server, browser and told");
      }
      return new Words(
          name.substring(0, name.length() - ".yml".length()),
          String.valueOf(parts.get("language")),
          texts(file, parts.get("server")),
          texts(file, parts.get("browser")),
          texts(file, parts.get("told")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> texts(Path file, Object part) {
    if (!(part instanceof Map<?, ?> entries)) {
      throw new IllegalArgumentException(
          file + ": 'server', 'browser' and 'told' hold lines 'English: translation'");
    }
    var texts = new TreeMap<String, String>();
    entries.forEach((english, words) -> texts.put(String.valueOf(english), String.valueOf(words)));
    return texts;
  }
}
