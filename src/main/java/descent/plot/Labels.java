package descent.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses where along its line a contour label stands. */
final class Labels {
  private static final double APART = 52;
  private static final double MARGIN = 26;
  private static final double REACH = 18;
  private static final int CHOICES = 6;
  private static final double CROWDED = 300;

  private static final double ROOM = 8;

  private final View view;
  private final Grid heights;
  private final double step;
  private final List<ContourMap.Label> chosen = new ArrayList<>();

  Labels(Grid heights, Levels levels) {
    this.view = heights.view();
    this.heights = heights;
    List<Levels.Level> all = levels.all();
    this.step =
        all.size() < 2 ? 1 : (all.get(all.size() - 1).z() - all.get(0).z()) / (all.size() - 1);
  }

  /**
   * Places for one label, the best first: on a straight piece of line inside the picture, at least
   * 52 px from the labels chosen before, else near them, so that labels climb like a stair.
   */
  List<ContourMap.Label> places(List<double[]> rings, String text) {
    List<ContourMap.Label> candidates = new ArrayList<>();
    for (double[] ring : rings) {
      for (int i = 0; i < ring.length / 2; i += 3) {
        candidate(ring, i, text, candidates);
      }
    }
    candidates.sort(Comparator.comparingDouble(this::cost));
    List<ContourMap.Label> places = new ArrayList<>();
    for (ContourMap.Label candidate : candidates) {
      boolean free =
          chosen.stream().allMatch(label -> distance(label, candidate) >= APART)
              && places.stream().allMatch(label -> distance(label, candidate) >= APART);
      if (free && places.size() < CHOICES) {
        places.add(candidate);
      }
    }
    places.stream().findFirst().ifPresent(chosen::add);
    return places;
  }

  private void candidate(double[] ring, int i, String text, List<ContourMap.Label> candidates) {
    double x = ring[2 * i];
    double y = ring[2 * i + 1];
    if (x < MARGIN || y < MARGIN || x > view.width() - MARGIN || y > view.height() - MARGIN) {
      return;
    }
    int before = walk(ring, i, -1);
    int after = walk(ring, i, 1);
    double dx = ring[2 * after] - ring[2 * before];
    double dy = ring[2 * after + 1] - ring[2 * before + 1];
    if (Math.hypot(dx, dy) > 1.9 * REACH && apart(x, y) > 0) {
      double angle = Math.atan(dy / dx);
      candidates.add(new ContourMap.Label(x, y, Double.isNaN(angle) ? 0 : angle, text));
    }
  }

  private static int walk(double[] ring, int start, int direction) {
    int count = ring.length / 2;
    double length = 0;
    int at = start;
    for (int steps = 0; length < REACH && steps < count; steps++) {
      int next = Math.floorMod(at + direction, count);
      length += Math.hypot(ring[2 * next] - ring[2 * at], ring[2 * next + 1] - ring[2 * at + 1]);
      at = next;
    }
    return at;
  }

  private double cost(ContourMap.Label label) {
    double away =
        chosen.isEmpty()
            ? Math.hypot(label.x() - 0.95 * view.width(), label.y() - 0.45 * view.height())
            : distance(chosen.get(chosen.size() - 1), label);
    return away + CROWDED * Math.max(0, 1 - apart(label.x(), label.y()) / ROOM);
  }

  /** How many pixels the next line is away; 0 at the border of where the objective is defined. */
  private double apart(double x, double y) {
    int i = index(x / view.width(), heights.columns());
    int j = index(1 - y / view.height(), heights.rows());
    double across = heights.value(i + 1, j) - heights.value(i - 1, j);
    double up = heights.value(i, j + 1) - heights.value(i, j - 1);
    double width = heights.pixelX(i + 1) - heights.pixelX(i - 1);
    double height = heights.pixelY(j - 1) - heights.pixelY(j + 1);
    double slope = Math.hypot(across / width, up / height);
    return slope > 0 ? step / slope : Double.isNaN(slope) ? 0 : ROOM;
  }

  private static int index(double part, int count) {
    return (int) Math.max(1, Math.min(count - 2, Math.rint(part * (count - 1))));
  }

  private static double distance(ContourMap.Label a, ContourMap.Label b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }
}
