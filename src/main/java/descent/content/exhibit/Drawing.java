package descent.content.exhibit;

import descent.plot.Panel;
import java.util.List;
import java.util.Map;

/**
 * What an exhibit shows.
 *
 * @param readings the numbers beside the pictures
 * @param numbers all numbers by the names that prose and scripts use; never written
 * @param news one sentence for a listener
 */
public record Drawing(
    List<Panel> panels, Readings readings, Map<String, Double> numbers, String news) {
  public Drawing {
    panels = List.copyOf(panels);
  }
}
