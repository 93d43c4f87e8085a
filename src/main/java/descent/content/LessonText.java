package descent.content;

import descent.content.directive.Block;
import descent.content.source.Mistake;
import descent.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The text of a lesson as HTML; each block is drawn when it is first shown. Thread-safe. */
public final class LessonText {

  /** Authors' comments never reach the HTML, so that nothing else looks like a place. */
  private static final Pattern PLACE = Pattern.compile("<!--block ([0-9]+)-->");

  /** A block and the line of its fence. */
  record Placed(Block block, String file, int line) {}

  private record Drawn(int index, String language) {}

  private final String html;
  private final List<Placed> blocks;
  private final Map<Drawn, String> drawn = new ConcurrentHashMap<>();

  /**
   * @param html with the {@link #place} of each block
   */
  LessonText(String html, List<Placed> blocks) {
    this.html = html;
    this.blocks = List.copyOf(blocks);
  }

  /** What stands for a block until it is drawn. */
  static String place(int index) {
    return "<!--block " + index + "-->";
  }

  /** The whole text with each block as the page's query sets it. */
  String html(Map<String, List<String>> query, Words words) {
    return PLACE
        .matcher(html)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(html(Integer.parseInt(place.group(1)), query, words)));
  }

  private String html(int index, Map<String, List<String>> query, Words words) {
    Block block = blocks.get(index).block();
    Block set = query.isEmpty() ? block : block.with(query);
    return set == block
        ? drawn.computeIfAbsent(
            new Drawn(index, words.language()), absent -> block.html(words).render())
        : set.html(words).render();
  }

  /** The text without its blocks. */
  String prose() {
    return PLACE.matcher(html).replaceAll("");
  }

  /** Draws every block; what cannot be drawn is a mistake. */
  List<Mistake> flaws() {
    return IntStream.range(0, blocks.size()).boxed().flatMap(i -> flaw(i).stream()).toList();
  }

  private Optional<Mistake> flaw(int index) {
    try {
      html(index, Map.of(), Words.ENGLISH);
      return Optional.empty();
    } catch (RuntimeException e) {
      Placed at = blocks.get(index);
      String message = "the block '%s' cannot be drawn: %s".formatted(at.block().caption().id(), e);
      return Optional.of(Mistake.error(at.file(), at.line(), message));
    }
  }
}
