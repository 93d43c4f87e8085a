package descent.content.question;

import descent.content.source.Expression;
import descent.content.source.Prose;
import descent.content.source.Source;
import java.util.ArrayList;
import java.util.List;

/** A common mistake: the answer that it leads to, and what helps who made it. */
record Mistaken(Expression answer, Prose feedback) {

  /** The list {@code mistakes}, each with {@code answer} and {@code feedback}. */
  static List<Mistaken> read(Source source) {
    var all = new ArrayList<Mistaken>();
    for (Source item : source.items("mistakes")) {
      Prose feedback = item.prose("feedback");
      if (feedback.isEmpty()) {
        item.error("feedback", "'feedback' is missing: what helps who made this mistake?");
      }
      all.add(new Mistaken(item.expression("answer"), feedback));
    }
    return all;
  }

  /** The feedback of one variant. */
  String html(Draw draw) {
    return feedback.with(draw.values()).inline().render();
  }
}
