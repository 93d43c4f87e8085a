package descent.content.directive;

import descent.content.source.Source;
import java.util.List;
import java.util.Map;

/** One kind of block that an author can write: a fence {@code ```{name}} with a YAML body. */
public interface Directive {

  String name();

  /** One paragraph for the author's manual, in markdown. */
  String doc();

  /** A whole fence that works as it stands. */
  String example();

  /** Further ways to write it, each with its own words and example. */
  default List<Sample> samples() {
    return List.of();
  }

  /**
   * One way to write a block.
   *
   * @param doc one paragraph in markdown
   * @param example a whole fence that works as it stands
   */
  record Sample(String name, String doc, String example) {}

  /** What its blocks are counted as: "Figure", "Question"; empty if they are not numbered. */
  default String counted() {
    return "Figure";
  }

  /** The same in a course that may cite these works, by label. */
  default Directive among(Map<String, Work> works) {
    return this;
  }

  /**
   * Reads a fence. Mistakes are reported to the source, all of them in one pass; what is returned
   * after an error is dropped. A key that was not asked for is reported as unknown.
   */
  Block parse(Source source, Caption caption);
}
