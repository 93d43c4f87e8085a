package descent.content.question;

import static descent.words.Words.key;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.text;

import descent.content.source.Prose;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something asked, in as many variants as its variables allow. An answer is the list of the values
 * of the form's fields, which are all named {@code answer}.
 */
public sealed interface Question
    permits Choice,
        NumberQuestion,
        FormulaQuestion,
        MatrixQuestion,
        OrderQuestion,
        PointQuestion,
        SketchQuestion,
        Prediction,
        Goal,
        Contest,
        Reflection {

  About about();

  default String id() {
    return about().id();
  }

  /** The variant of a seed: the same for ever, as long as the version is the same. */
  default Posed variant(long seed) {
    return new Posed(this, about().variables().draw(seed));
  }

  /** Whether attempts run out; where they do not, the best one counts. */
  default boolean closes() {
    return true;
  }

  /** The fields of the form, filled with what was given before. */
  DomContent fields(Draw draw, List<String> given);

  /** Why an answer cannot be marked, in plain words for the learner; empty if it can. */
  Optional<String> flaw(Draw draw, List<String> answer);

  /** Marks an answer that has no flaw. */
  Mark judge(Draw draw, List<String> answer);

  /** What is shown beside the worked solution, such as the right curve; never before it is due. */
  default DomContent revealed(Draw draw, List<String> answer) {
    return text("");
  }

  /** What the button says, in English. */
  default String action() {
    return key("Check");
  }

  /** Whether it is asked with a picture and needs the width of the text. */
  default boolean isWide() {
    return false;
  }

  /** An answer as it stands in a list of past ones: in words, or as a small picture. */
  default DomContent shown(Draw draw, List<String> answer) {
    return each(answer, value -> div(value));
  }

  /** TeX of a typed answer as it was understood; empty for kinds that need none. */
  default Optional<String> tex(Draw draw, List<String> answer) {
    return Optional.empty();
  }

  /** What must not reach a page before it is due. */
  default List<Prose> secrets() {
    List<Prose> secrets = new ArrayList<>(about().hints());
    secrets.add(about().solution());
    secrets.addAll(feedback());
    return secrets;
  }

  /** What is said to some answers. */
  List<Prose> feedback();

  /** What a learner may send, for the self-test; never leaves the server. */
  Samples samples(Draw draw);

  /** Answers that must be right, wrong and invalid. */
  record Samples(List<List<String>> right, List<List<String>> wrong, List<List<String>> invalid) {
    public Samples {
      right = List.copyOf(right);
      wrong = List.copyOf(wrong);
      invalid = List.copyOf(invalid);
    }
  }
}
