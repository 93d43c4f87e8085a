package descent.content.exhibit;

import descent.plot.Panel;
import java.util.List;

/**
 * What an exhibit shows.
 *
 * @param readings the numbers beside the pictures
 * @param news one sentence for a listener
 */
public record Drawing(List<Panel> panels, Readings readings, String news) {
  public Drawing {
    panels = List.copyOf(panels);
  }
}
