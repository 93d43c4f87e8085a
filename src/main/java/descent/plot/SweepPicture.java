package descent.plot;

import descent.run.sweep.Cells;
import descent.run.sweep.Measure;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A sweep as a PNG file, one pixel a cell, the first row at the bottom.
 *
 * <p>Values are shown in 18 even steps of lightness, pale is good; basins have a hue each, paler
 * where runs settled sooner. Divergence is hatched, never a colour.
 */
public record SweepPicture(Cells cells) {
  private static final int PAPER = 0xffffff;
  private static final int HATCH = 0x7b8893;
  private static final int UNSETTLED = 0xd6dee3;

  /** The file. */
  public byte[] png() {
    int width = cells.columns();
    int height = cells.rows();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    SweepScale scale = SweepScale.of(cells);
    Map<Integer, Integer> mixed = new HashMap<>();
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        image.setRGB(column, height - 1 - row, colour(row, column, scale, mixed));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private int colour(int row, int column, SweepScale scale, Map<Integer, Integer> mixed) {
    int cell = row * cells.columns() + column;
    byte kind = cells.kind()[cell];
    if (kind == Cells.DIVERGED) {
      return (row + column) % 4 == 0 ? HATCH : PAPER;
    }
    if (kind == Cells.UNSETTLED) {
      return UNSETTLED;
    }
    int step = (int) Math.min(Shades.STEPS - 1, Shades.STEPS * scale.part(cells.value()[cell]));
    return mixed.computeIfAbsent(Shades.STEPS * kind + step, key -> mix(kind, step));
  }

  private int mix(int kind, int step) {
    double part = step / (Shades.STEPS - 1.0);
    String colour =
        cells.spec().measure() == Measure.BASIN
            ? Shades.basin(kind, part, Palette.LIGHT)
            : Shades.tide(part);
    return Integer.parseInt(colour.substring(1), 16);
  }
}
