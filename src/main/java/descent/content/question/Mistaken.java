package descent.content.question;

import descent.content.source.Expression;
import descent.content.source.Prose;
import descent.content.source.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * A common mistake: the answer that it leads to, and what helps who made it.
 *
 * @param answers one expression, or as many as the answer has numbers
 */
record Mistaken(List<Expression> answers, Prose feedback) {
  Mistaken {
    answers = List.copyOf(answers);
  }

  /**
   * The list {@code mistakes}, each with {@code answer} and {@code feedback}.
   *
   * @param count how many expressions an answer has
   */
  static List<Mistaken> read(Source source, int count) {
    var all = new ArrayList<Mistaken>();
    for (Source item : source.items("mistakes")) {
      Prose feedback = item.prose("feedback");
      if (feedback.isEmpty()) {
        item.error("feedback", "'feedback' is missing: what helps who made this mistake?");
      }
      List<Expression> answers = item.rows("answer").stream().flatMap(List::stream).toList();
      if (answers.size() == count) {
        all.add(new Mistaken(answers, feedback));
      } else {
        item.error(
            "answer", "'answer' has %d expressions, not %d".formatted(count, answers.size()));
      }
    }
    return all;
  }

  /** The one expression. */
  Expression answer() {
    return answers.get(0);
  }

  double[] values(Draw draw) {
    return answers.stream().mapToDouble(answer -> answer.value(draw.values())).toArray();
  }

  /** The feedback of one variant. */
  String html(Draw draw) {
    return feedback.with(draw.values()).inline().render();
  }
}
