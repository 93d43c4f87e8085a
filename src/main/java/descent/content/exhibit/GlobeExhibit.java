package descent.content.exhibit;

import descent.content.exhibit.Setting.Point;
import descent.model.SpherePoint;
import descent.objective.Box;
import descent.run.Query;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ```{globe}}: the shortest way between two towns on the earth, and the straight one on a
 * map in degrees.
 */
public record GlobeExhibit(SpherePoint start, SpherePoint end) implements Exhibit {
  static final Box MAP = new Box(-90, 90, -30, 80);
  private static final double RADIUS = 6371;
  private static final int POINTS = 181;
  private static final double EAST = 80;
  private static final double SOUTH = -25;
  private static final double NORTH = 70;

  /** Two towns on the parallel of 45 degrees, a quarter of it apart. */
  public static GlobeExhibit plain() {
    return new GlobeExhibit(new SpherePoint(-45, 45), new SpherePoint(45, 45));
  }

  @Override
  public String name() {
    return "globe";
  }

  @Override
  public String doc() {
    return """
    Shows the earth with the shortest way between two towns, `start` and `end`, each a longitude \
    and a latitude in degrees, beside the way that is straight on a map in degrees, and the plane \
    of all velocities at the first town. Both towns can be dragged on the map. Captions may ask \
    for the kilometres `distance` and `straight` and for the largest latitude, `apex`.\
    """;
  }

  @Override
  public String example() {
    return """
    ```{globe}
    id: earth
    start: [-45, 45]
    end: [45, 45]
    alt: A globe and a map in degrees with two ways between two towns.
    ```
    """;
  }

  @Override
  public GlobeExhibit with(Query query) {
    return new GlobeExhibit(town(query, "start", start), town(query, "end", end));
  }

  private static SpherePoint town(Query query, String key, SpherePoint absent) {
    double[] at = query.numbers(key, new double[] {absent.longitude(), absent.latitude()}, 2);
    if (Math.abs(at[0]) <= EAST && at[1] >= SOUTH && at[1] <= NORTH) {
      return new SpherePoint(at[0], at[1]);
    }
    query.complain(
        key,
        Setting.joined(at),
        "The longitude is from −80 to 80 and the latitude from −25 to 70.");
    return absent;
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        point("start", "One town (longitude, latitude)", start),
        point("end", "Other town (longitude, latitude)", end));
  }

  private static Point point(String name, String words, SpherePoint at) {
    return new Point(
        name,
        words,
        new double[] {at.longitude(), at.latitude()},
        new double[] {-EAST, SOUTH},
        new double[] {EAST, NORTH});
  }

  @Override
  public int columns() {
    return 2;
  }

  SpherePoint[] shortest() {
    return start.geodesic(end, POINTS);
  }

  /** The way that is straight on the map. */
  SpherePoint[] straight() {
    SpherePoint[] points = new SpherePoint[POINTS];
    for (int k = 0; k < POINTS; k++) {
      double part = k / (POINTS - 1.0);
      points[k] =
          new SpherePoint(
              start.longitude() + part * (end.longitude() - start.longitude()),
              start.latitude() + part * (end.latitude() - start.latitude()));
    }
    return points;
  }

  /** What is read from the pictures. */
  Map<String, Double> numbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("distance", RADIUS * start.distance(end));
    numbers.put("straight", RADIUS * start.straightLength(end));
    numbers.put(
        "apex", Arrays.stream(shortest()).mapToDouble(SpherePoint::latitude).max().orElseThrow());
    return numbers;
  }

  @Override
  public Drawing draw(double width, String alternative) {
    return new GlobePicture(this, width, alternative).drawing();
  }
}
