package descent.run.sweep;

import descent.objective.Problem;
import descent.run.sweep.Cells.Basin;
import java.util.List;
import java.util.Optional;

/**
 * Which points with gradient zero belong to one connected set of them, a ring or a valley's floor.
 *
 * <p>Two neighbours are connected when Newton's method finds, from midway between them, a point of
 * the same loss; between two minima that are apart it finds a saddle, which is higher.
 *
 * @param reach how far apart neighbours may be
 */
record Connected(Problem problem, double reach) {
  private static final double SAME = 1e-9;

  /** For each point the first one to which a chain of neighbours connects it, perhaps itself. */
  int[] firsts(List<Basin> points) {
    int[] first = new int[points.size()];
    for (int point = 0; point < first.length; point++) {
      first[point] = point;
      for (int other = 0; other < point; other++) {
        if (first[other] != first[point] && areNeighbours(points.get(point), points.get(other))) {
          join(first, first[point], first[other], point);
        }
      }
    }
    return first;
  }

  private static void join(int[] first, int a, int b, int last) {
    for (int point = 0; point <= last; point++) {
      if (first[point] == a || first[point] == b) {
        first[point] = Math.min(a, b);
      }
    }
  }

  private boolean areNeighbours(Basin a, Basin b) {
    double apart = distance(a.x(), b.x());
    if (apart > reach || !isLevel(a.value(), b.value())) {
      return false;
    }
    double[] middle = new double[a.x().length];
    for (int k = 0; k < middle.length; k++) {
      middle[k] = (a.x()[k] + b.x()[k]) / 2;
    }
    Optional<double[]> between = problem.criticalPoint(middle);
    return between
        .filter(x -> distance(x, middle) < apart / 4)
        .filter(x -> isLevel(a.value(), problem.objective().value(x)))
        .isPresent();
  }

  private static boolean isLevel(double a, double b) {
    return Math.abs(a - b) <= SAME * Math.max(1, Math.abs(a));
  }

  static double distance(double[] a, double[] b) {
    return a.length == 1 ? Math.abs(a[0] - b[0]) : Math.hypot(a[0] - b[0], a[1] - b[1]);
  }
}
