package descent.content.directive;

import descent.content.markdown.Width;
import descent.content.question.Question;
import descent.content.source.Quantity;
import descent.run.training.LessonTable;
import descent.words.Words;
import j2html.tags.DomContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A live piece of a lesson, which draws itself; immutable. */
public interface Block {

  Caption caption();

  /** The block in its default state, useful without any script; {@code words} are its controls'. */
  DomContent html(Words words);

  /** The block as the page's query sets it; keys of this block begin with its id and a dot. */
  default Block with(Map<String, List<String>> query) {
    return this;
  }

  /** The part of a page's query that belongs to one block, whose keys lose its id. */
  static Map<String, List<String>> own(String id, Map<String, List<String>> query) {
    String prefix = id + ".";
    Map<String, List<String>> own = new LinkedHashMap<>();
    query.forEach(
        (key, values) -> {
          if (key.startsWith(prefix)) {
            own.put(key.substring(prefix.length()), values);
          }
        });
    return own;
  }

  /** How much room it takes on the page. */
  default Width width() {
    return Width.PAGE;
  }

  /** Numbers of this block's own state, which its caption and the prose may ask for. */
  default List<Quantity> quantities() {
    return List.of();
  }

  /** Numbers that only this block's own prose may name, as they are in its default state. */
  default Map<String, Double> variables() {
    return Map.of();
  }

  /**
   * What the block's own state says, by the words that a caption would use, such as "learning rate"
   * or "steps": a number typed beside such a word must be one of these.
   */
  default Map<String, List<Double>> state() {
    return Map.of();
  }

  /** The table beside its lesson that it shows, if it does. */
  default Optional<LessonTable> lessonTable() {
    return Optional.empty();
  }

  /** Questions of this block, which the server marks. */
  default List<Question> questions() {
    return List.of();
  }
}
