package descent.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descent.objective.Box;
import descent.objective.Formula;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContoursTest {
  private static final View VIEW = View.of(new Box(-2, 2, -1.5, 1.5), 400, 300);

  private static Grid grid(String formula) {
    return Grid.sample(Formula.of(formula, Map.of()), VIEW, 4);
  }

  @Test
  void theContourOfABowlIsOneCircleWithinTheErrorOfTheGrid() {
    List<double[]> rings = Contours.rings(grid("x^2+y^2"), 1);
    assertThat(rings).hasSize(2).as("the circle and the border around the region above");
    double[] circle = rings.stream().filter(r -> r[0] > 0 && r[0] < 400).findFirst().orElseThrow();
    for (int i = 0; i < circle.length; i += 2) {
      double radius = Math.hypot(circle[i] - 200, circle[i + 1] - 150);
      assertThat(radius).isCloseTo(100, within(0.03));
    }
    assertThat(area(circle)).isCloseTo(Math.PI * 1e4, within(30.0));
  }

  @Test
  void theRegionsOfASaddleAreSeparatedAsItsCentreSays() {
    assertThat(Contours.rings(grid("x^2-y^2"), 0.01)).hasSize(2);
    assertThat(Contours.rings(grid("x^2-y^2"), -0.01)).hasSize(1);
  }

  @Test
  void everyRingOfARandomGridIsClosedAndItsRegionsCoverWhatLiesAbove() {
    long seed = 20260101;
    Random random = new Random(seed);
    for (int trial = 0; trial < 50; trial++) {
      int columns = 3 + random.nextInt(12);
      int rows = 3 + random.nextInt(12);
      double[] values = random.doubles(columns * rows).toArray();
      Grid grid = new Grid(VIEW, columns, rows, values);
      List<double[]> rings = Contours.rings(grid, 0.5);
      for (int j = 0; j < rows; j++) {
        for (int i = 0; i < columns; i++) {
          boolean inside = isInside(rings, grid.pixelX(i) + 1e-7, grid.pixelY(j) + 1e-7);
          assertThat(inside)
              .as("seed %d trial %d at %d,%d", seed, trial, i, j)
              .isEqualTo(grid.value(i, j) > 0.5);
        }
      }
    }
  }

  @Test
  void valuesFurtherApartThanAnyNumberHaveLevels() {
    for (String formula : List.of("1e308*x", "1e308*(x+y)", "9e307*x*y", "1e308*x^2")) {
      Levels levels = Levels.of(grid(formula), Double.POSITIVE_INFINITY);
      assertThat(levels.all()).as(formula).hasSizeBetween(4, 64);
      assertThat(levels.all()).allMatch(level -> Double.isFinite(level.z()));
    }
  }

  @Test
  void aFallBeyondTheMapHasEvenLevelsAndOneThroughZero() {
    for (String formula : List.of("x^2-y^2", "x*y", "x+y")) {
      Levels levels = Levels.of(grid(formula), Double.POSITIVE_INFINITY);
      assertThat(levels.logarithmic()).as(formula).isFalse();
      assertThat(levels.all()).as(formula).anyMatch(level -> level.z() == 0);
    }
    for (String formula : List.of("x^4+y^4", "x^2+50*y^2")) {
      assertThat(Levels.of(grid(formula), Double.POSITIVE_INFINITY).logarithmic())
          .as(formula)
          .isTrue();
    }
  }

  @Test
  void pointsWithoutAValueHaveNoLine() {
    ContourMap map =
        ContourMap.of(
            Formula.of("log(x)+y^2", Map.of()), new Box(-2, 2, -1, 1), 400, 200, Double.MAX_VALUE);
    assertThat(map.undefined()).startsWith("M").endsWith("Z");
    assertThat(map.bands()).isNotEmpty();
  }

  @Test
  void aConstantHasNoLevelsAndNoTrouble() {
    ContourMap map =
        ContourMap.of(Formula.of("0*x*y+3", Map.of()), new Box(-1, 1, -1, 1), 300, 300, 3);
    assertThat(map.bands()).isEmpty();
  }

  @Test
  void aSimplifiedLineStaysWithinItsTolerance() {
    double[] circle = Contours.rings(grid("x^2+y^2"), 1).get(1);
    double[] simple = Polyline.simplify(circle, 0.25);
    assertThat(simple.length).isLessThan(circle.length / 2);
    for (int i = 0; i < simple.length; i += 2) {
      double radius = Math.hypot(simple[i] - 200, simple[i + 1] - 150);
      assertThat(Math.min(Math.abs(radius - 100), 1)).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void labelsAreFiftyTwoPixelsApartAndInsideThePicture() {
    ContourMap map =
        ContourMap.of(
            Formula.of("(1-x)^2+10*(y-x^2)^2", Map.of()), new Box(-2, 2, -0.5, 2.3), 716, 464, 0);
    List<ContourMap.Label> labels =
        map.bands().stream().flatMap(b -> b.labels().stream().limit(1)).toList();
    assertThat(labels).hasSizeGreaterThan(3);
    for (ContourMap.Label a : labels) {
      assertThat(a.x()).isBetween(26.0, 690.0);
      labels.stream()
          .filter(b -> b != a)
          .forEach(
              b -> assertThat(Math.hypot(a.x() - b.x(), a.y() - b.y())).isGreaterThanOrEqualTo(52));
    }
  }

  private static double area(double[] ring) {
    double twice = 0;
    for (int i = 0; i < ring.length; i += 2) {
      int next = (i + 2) % ring.length;
      twice += ring[i] * ring[next + 1] - ring[next] * ring[i + 1];
    }
    return Math.abs(twice / 2);
  }

  private static boolean isInside(List<double[]> rings, double x, double y) {
    boolean inside = false;
    for (double[] ring : rings) {
      for (int i = 0; i < ring.length; i += 2) {
        int next = (i + 2) % ring.length;
        boolean crosses = ring[i + 1] > y != ring[next + 1] > y;
        double at =
            ring[i] + (y - ring[i + 1]) / (ring[next + 1] - ring[i + 1]) * (ring[next] - ring[i]);
        inside ^= crosses && at > x;
      }
    }
    return inside;
  }
}
