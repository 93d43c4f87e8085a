package descent.content.question;

import descent.content.source.Source;
import java.util.Arrays;
import java.util.List;

/**
 * What a right answer is worth at the first attempt, the second, and so on; after the last one the
 * solution is shown.
 */
public record Credit(List<Double> points) {
  private static final int MOST_ATTEMPTS = 20;

  public Credit {
    points = List.copyOf(points);
  }

  /** The list {@code points} of a question. */
  static Credit read(Source source, Double... absent) {
    List<Double> points = Arrays.stream(source.numbers("points")).boxed().toList();
    boolean falls =
        java.util.stream.IntStream.range(1, points.size())
            .allMatch(i -> points.get(i) <= points.get(i - 1));
    if (points.size() > MOST_ATTEMPTS || !falls || points.stream().anyMatch(p -> p < 0)) {
      source.error("points", "points are numbers that never grow, such as [10, 7, 4]");
    }
    return new Credit(points.isEmpty() ? List.of(absent) : points);
  }

  public int attempts() {
    return points.size();
  }

  /** The points of a mark at an attempt, counted from 1; none after the last attempt. */
  public double of(Mark mark, int attempt) {
    boolean counts = 1 <= attempt && attempt <= points.size();
    return counts ? points.get(attempt - 1) * mark.credit() : 0;
  }
}
