package descent.model;

import descent.linalg.Matrix;
import descent.linalg.Rows;

/** Square pictures in more pixels than they were taken with. */
public final class Enlarged {
  private Enlarged() {}

  /**
   * The pictures of {@code data} in {@code side × side} pixels, interpolated linearly between the
   * centres of the old ones.
   */
  public static Dataset of(Dataset data, int side) {
    int old = (int) Math.round(Math.sqrt(data.inputs().columns()));
    Rows in = data.inputs();
    Matrix out = in.zeros(data.size(), side * side);
    for (int k = 0; k < data.size(); k++) {
      for (int pixel = 0; pixel < side * side; pixel++) {
        double row = place(pixel / side, side, old);
        double column = place(pixel % side, side, old);
        out.set(k, pixel, between(in, k, old, row, column));
      }
    }
    String name = "%s in %d×%d pixels".formatted(data.name(), side, side);
    return new Dataset(name, out, data.targets(), data.classes(), data.credit());
  }

  /** Where the centre of a new pixel lies among the centres of the old ones. */
  private static double place(int pixel, int side, int old) {
    return Math.max(0, Math.min(old - 1.0, (pixel + 0.5) * old / side - 0.5));
  }

  private static double between(Rows in, int k, int old, double row, double column) {
    int i = Math.min(old - 2, (int) row);
    int j = Math.min(old - 2, (int) column);
    double down = row - i;
    double right = column - j;
    return (1 - down) * (1 - right) * in.get(k, i * old + j)
        + (1 - down) * right * in.get(k, i * old + j + 1)
        + down * (1 - right) * in.get(k, (i + 1) * old + j)
        + down * right * in.get(k, (i + 1) * old + j + 1);
  }
}
