package descent.content.directive;

import descent.content.question.Question;
import descent.content.source.Quantity;
import j2html.tags.DomContent;
import java.util.List;

/** A live piece of a lesson, which draws itself; immutable. */
public interface Block {

  Caption caption();

  /** The block in its default state, useful without any script. */
  DomContent html();

  /** Numbers of this block's own state, which its caption and the prose may ask for. */
  default List<Quantity> quantities() {
    return List.of();
  }

  /** Questions of this block, which the server marks. */
  default List<Question> questions() {
    return List.of();
  }
}
