package descent.plot;

import descent.objective.Box;

/**
 * A picture of the plane in {@code width × height} pixels with one scale on both axes: a circle
 * stays a circle.
 *
 * @param box what is visible
 */
public record View(Box box, double width, double height) {
  /** The smallest view of this size that shows all of {@code wanted}, with the same centre. */
  public static View of(Box wanted, double width, double height) {
    double pixel =
        Math.max((wanted.x1() - wanted.x0()) / width, (wanted.y1() - wanted.y0()) / height);
    double x = (wanted.x0() + wanted.x1()) / 2;
    double y = (wanted.y0() + wanted.y1()) / 2;
    double halfWidth = pixel * width / 2;
    double halfHeight = pixel * height / 2;
    return new View(
        new Box(x - halfWidth, x + halfWidth, y - halfHeight, y + halfHeight), width, height);
  }

  public Scale x() {
    return Scale.linear(box.x0(), box.x1(), 0, width);
  }

  public Scale y() {
    return Scale.linear(box.y0(), box.y1(), height, 0);
  }
}
