package descent.content.question;

import descent.content.question.Mark.Verdict;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;

/**
 * An answer with its mark.
 *
 * @param number of the attempt, from 1; an invalid answer leaves it for the next
 * @param made attempts in all, more than {@code number} where an earlier answer is sent again
 */
public record Attempted(Posed posed, List<String> answer, int number, int made, Mark mark) {
  public Attempted {
    answer = List.copyOf(answer);
  }

  /** Marks an answer as the attempt of that number. */
  public static Attempted of(Posed posed, List<String> answer, int number) {
    Mark mark = posed.mark(answer);
    int made = mark.verdict() == Verdict.INVALID ? number - 1 : number;
    return new Attempted(posed, answer, number, made, mark);
  }

  /** The same when there are so many attempts in all. */
  public Attempted among(int attempts) {
    return new Attempted(posed, answer, number, attempts, mark);
  }

  /** What the attempt is worth. */
  public double points() {
    int counted = posed.question().closes() ? number : 1;
    return posed.question().about().credit().of(mark, counted);
  }

  /** Attempts that are left after this one; as many as one likes where they never run out. */
  public int left() {
    int attempts = posed.question().about().credit().attempts();
    return posed.question().closes() ? Math.max(0, attempts - made) : attempts;
  }

  /** The number of the next attempt. */
  public int next() {
    return made + 1;
  }

  /** The worked solution, once it is due: after a right answer or the last attempt. */
  public Optional<DomContent> solution() {
    boolean isDue = mark.verdict() != Verdict.INVALID && (mark.isDone() || left() == 0);
    return isDue ? posed.solution(answer) : Optional.empty();
  }
}
