package descent.content;

import descent.content.directive.Block;
import descent.content.directive.Caption;
import descent.content.question.Question;
import descent.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A lesson without mistakes, ready to be shown.
 *
 * @param slug the last part of its address
 * @param number its place in the course, from 1
 * @param title plain text
 * @param standfirst one or two sentences under the title, as HTML
 * @param objectives what the reader will be able to do, each as HTML
 * @param needs slugs of the lessons that it builds on
 * @param covers rows of the talk, such as "S12"
 * @param cites labels of the course's references
 * @param text all after the title: sections, figures, notes and references
 */
public record Lesson(
    String slug,
    int number,
    String title,
    String standfirst,
    List<String> objectives,
    List<String> needs,
    int minutes,
    List<String> covers,
    Set<String> cites,
    List<Section> sections,
    List<Block> blocks,
    LessonText text) {

  public Lesson {
    objectives = List.copyOf(objectives);
    needs = List.copyOf(needs);
    covers = List.copyOf(covers);
    cites = Set.copyOf(cites);
    sections = List.copyOf(sections);
    blocks = List.copyOf(blocks);
  }

  /** The text as HTML, each block in its default state, all in English. */
  public String body() {
    return body(Map.of(), Words.ENGLISH);
  }

  /** The text as HTML, each block as the page's query sets it, with the words of its controls. */
  public String body(Map<String, List<String>> query, Words words) {
    return text.html(query, words);
  }

  /** The text as HTML without its blocks. */
  public String prose() {
    return text.prose();
  }

  /** What stands around the counted block with this id. */
  public Optional<Caption> figure(String id) {
    return blocks.stream()
        .map(Block::caption)
        .filter(caption -> caption.id().equals(id) && !caption.number().isEmpty())
        .findFirst();
  }

  public List<Question> questions() {
    return blocks.stream().flatMap(block -> block.questions().stream()).toList();
  }

  public Optional<Question> question(String id) {
    return questions().stream().filter(question -> question.id().equals(id)).findFirst();
  }
}
