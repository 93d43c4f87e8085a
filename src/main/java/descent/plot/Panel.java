package descent.plot;

import java.util.List;

/**
 * One picture of a figure.
 *
 * @param title stands above it; may be empty
 * @param svg the picture itself
 * @param x the scale of its pixels across
 * @param y the scale of its pixels down
 * @param handles what may be dragged in it
 */
public record Panel(String title, String svg, Scale x, Scale y, List<Handle> handles) {
  public Panel {
    handles = List.copyOf(handles);
  }
}
