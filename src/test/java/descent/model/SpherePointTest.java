package descent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points of a sphere, against the haversine formula and lengths of short pieces. */
class SpherePointTest {

  /** Σ of the metric's lengths of short pieces, measured at their middles. */
  private static double length(SpherePoint[] path) {
    double sum = 0;
    for (int k = 1; k < path.length; k++) {
      double up = Math.toRadians(path[k].latitude() - path[k - 1].latitude());
      double across = Math.toRadians(path[k].longitude() - path[k - 1].longitude());
      double at = Math.toRadians(path[k].latitude() + path[k - 1].latitude()) / 2;
      sum += Math.hypot(up, Math.cos(at) * across);
    }
    return sum;
  }

  private static double haversine(SpherePoint a, SpherePoint b) {
    double up = Math.sin(Math.toRadians(b.latitude() - a.latitude()) / 2);
    double across = Math.sin(Math.toRadians(b.longitude() - a.longitude()) / 2);
    double cosines =
        Math.cos(Math.toRadians(a.latitude())) * Math.cos(Math.toRadians(b.latitude()));
    return 2 * Math.asin(Math.sqrt(up * up + cosines * across * across));
  }

  @ParameterizedTest
  @CsvSource({"-45, 45, 45, 45", "2.35, 48.86, -74.01, 40.71", "0, 0, 90, 0", "10, -20, 10, 60"})
  void distancesAndWaysAreThoseOfOtherFormulas(double l, double p, double m, double q) {
    SpherePoint a = new SpherePoint(l, p);
    SpherePoint b = new SpherePoint(m, q);
    SpherePoint[] way = a.geodesic(b, 4001);
    assertThat(a.distance(b)).isCloseTo(haversine(a, b), within(1e-12));
    assertThat(length(way)).isCloseTo(a.distance(b), within(1e-6));
    assertThat(way[0].latitude()).isCloseTo(p, within(1e-9));
    assertThat(way[4000].longitude()).isCloseTo(m, within(1e-9));
    assertThat(a.straightLength(b)).isGreaterThanOrEqualTo(a.distance(b) - 1e-12);
  }

  /** A quarter of the parallel of 45 degrees, and 60 degrees of a great circle. */
  @Test
  void aParallelIsLongerThanAGreatCircle() {
    SpherePoint a = new SpherePoint(-45, 45);
    SpherePoint b = new SpherePoint(45, 45);
    assertThat(a.distance(b)).isCloseTo(Math.PI / 3, within(1e-12));
    assertThat(a.straightLength(b)).isCloseTo(Math.cos(Math.PI / 4) * Math.PI / 2, within(1e-12));
  }

  @Test
  void fromPoleToPoleAllWaysAreEqualAndOneIsTaken() {
    SpherePoint south = new SpherePoint(0, -90);
    assertThat(south.distance(new SpherePoint(0, 90))).isCloseTo(Math.PI, within(1e-9));
    assertThat(south.distance(south)).isZero();
  }

  @Test
  void degreesOutsideOfTheGlobeAreRefused() {
    assertThatThrownBy(() -> new SpherePoint(0, 91)).hasMessageContaining("91");
  }
}
