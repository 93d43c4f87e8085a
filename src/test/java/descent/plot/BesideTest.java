package descent.plot;

import static org.assertj.core.api.Assertions.assertThat;

import descent.objective.Problem;
import descent.objective.Problems;
import descent.plot.Beside.Area;
import descent.plot.Beside.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Words beside points. */
class BesideTest {
  private static final double WIDTH = 390;
  private static final double HEIGHT = 464;

  @Test
  void wordsCoverNeitherEachOtherNorMarksNorTheBorder() {
    int placed = 0;
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      Beside beside = new Beside(WIDTH, HEIGHT);
      List<Area> taken = new ArrayList<>();
      double[][] points = new double[4][];
      double near = seed % 2 == 0 ? 40 : 400;
      for (int i = 0; i < points.length; i++) {
        points[i] =
            new double[] {
              200 + near * (random.nextDouble() - 0.5), 230 + near * random.nextGaussian()
            };
        beside.mark(points[i][0], points[i][1], 7);
        taken.add(Area.around(points[i][0], points[i][1], 7));
      }
      for (int i = 0; i < 2; i++) {
        Optional<Place> place = beside.place("minimum", points[i][0], points[i][1], i);
        if (place.isPresent()) {
          Area area = place.get().area();
          assertThat(taken).as("seed %d", seed).noneMatch(area::meets);
          assertThat(area.left()).isGreaterThanOrEqualTo(0);
          assertThat(area.right()).isLessThanOrEqualTo(WIDTH);
          assertThat(area.top()).isGreaterThanOrEqualTo(0);
          assertThat(area.bottom()).isLessThanOrEqualTo(HEIGHT);
          taken.add(area);
          placed++;
        }
      }
    }
    assertThat(placed).isGreaterThan(2500);
  }

  @Test
  void wordsKeepOffPathsWhereTheyCan() {
    for (int seed = 0; seed < 500; seed++) {
      double angle = new Random(seed).nextDouble() * 2 * Math.PI;
      double[] path = {200, 230, 200 + 900 * Math.cos(angle), 230 + 900 * Math.sin(angle)};
      Beside beside = new Beside(WIDTH, HEIGHT);
      beside.path(path);
      Area area = beside.place("minimum", 200, 230, Beside.ABOVE).orElseThrow().area();
      assertThat(beside.crossings(area)).as("seed %d", seed).isZero();
      for (double t = 0; t < 1; t += 1e-3) {
        double x = path[0] + t * (path[2] - path[0]);
        double y = path[1] + t * (path[3] - path[1]);
        assertThat(area.meets(Area.around(x, y, 0))).as("seed %d", seed).isFalse();
      }
    }
  }

  @Test
  void aPathThroughAnAreaIsCountedByItsPieces() {
    Beside beside = new Beside(WIDTH, HEIGHT);
    beside.path(new double[] {0, 50, 100, 50, 100, 150, Double.NaN, 50, 60, 50});
    assertThat(beside.crossings(new Area(40, 40, 60, 60))).isEqualTo(1);
    assertThat(beside.crossings(new Area(90, 40, 110, 60))).isEqualTo(2);
    assertThat(beside.crossings(new Area(10, 60, 90, 140))).isZero();
  }

  @Test
  void everyNamedProblemHasRoomForItsStart() {
    for (Problem problem : new Problems().all()) {
      if (problem.objective().dimension() != 2) {
        continue;
      }
      View view = View.of(problem.box(), WIDTH, HEIGHT);
      Beside beside = new Beside(WIDTH, HEIGHT);
      List<double[]> marks = new ArrayList<>(problem.minima());
      marks.addAll(problem.saddles());
      marks.forEach(at -> beside.mark(view.x().at(at[0]), view.y().at(at[1]), 7));
      double x = view.x().at(problem.start()[0]);
      double y = view.y().at(problem.start()[1]);
      beside.mark(x, y, 9);
      if (problem.minima().size() == 1) {
        double[] at = problem.minima().get(0);
        assertThat(beside.place("minimum", view.x().at(at[0]), view.y().at(at[1]), Beside.ABOVE))
            .as(problem.name())
            .isPresent();
      }
      assertThat(beside.place("start", x, y, Beside.RIGHT)).as(problem.name()).isPresent();
    }
  }
}
