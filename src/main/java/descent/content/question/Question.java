package descent.content.question;

import descent.content.source.Prose;
import j2html.tags.DomContent;
import java.util.List;

/** Something asked; only its text and its form ever leave the server before an answer. */
public sealed interface Question permits Choice {

  /** Unique in its lesson; attempts are kept under it. */
  String id();

  Prose text();

  /** The fields of the form; their values, all named {@code answer}, are what is marked. */
  DomContent fields();

  /** Marks the values of the form's fields; never throws for what a learner can send. */
  Mark mark(List<String> answer);
}
