package descent.plot;

import descent.run.sweep.Cells;
import descent.run.sweep.Measure;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A sweep as a PNG file, one pixel a cell, the first row at the bottom.
 *
 * <p>Values are shown in 18 even steps of lightness, pale is good; basins have a hue each, paler
 * where runs settled sooner. Divergence is hatched, never a colour.
 */
public record SweepPicture(Cells cells) {
  private static final List<String> TIDE =
      List.of("#f9f9c3", "#aae39e", "#4bc1ad", "#1d95b0", "#1f689d", "#1e3f7f", "#161e4f");
  private static final List<String> HUES =
      List.of("#0366ce", "#ab3b2d", "#937100", "#1d6c52", "#76176c", "#1d2730");
  private static final int STEPS = 18;
  private static final int PAPER = 0xffffff;
  private static final int HATCH = 0x7b8893;
  private static final int UNSETTLED = 0xd6dee3;
  private static final double LOGARITHMIC_FROM = 20;

  /** The file. */
  public byte[] png() {
    int width = cells.columns();
    int height = cells.rows();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[][] colours = colours();
    float[] range = cells.range();
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        image.setRGB(column, height - 1 - row, colour(row, column, colours, range));
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

  private int colour(int row, int column, int[][] colours, float[] range) {
    int cell = row * cells.columns() + column;
    byte kind = cells.kind()[cell];
    if (kind == Cells.DIVERGED) {
      return (row + column) % 4 == 0 ? HATCH : PAPER;
    }
    if (kind == Cells.UNSETTLED) {
      return UNSETTLED;
    }
    double part = part(cells.value()[cell], range[0], range[1]);
    int[] shades = colours[kind % colours.length];
    return shades[(int) Math.min(STEPS - 1, STEPS * part)];
  }

  private static double part(double value, double low, double high) {
    if (!(high > low)) {
      return 0;
    }
    return low > 0 && high / low > LOGARITHMIC_FROM
        ? Math.log(value / low) / Math.log(high / low)
        : (value - low) / (high - low);
  }

  private int[][] colours() {
    if (cells.spec().measure() != Measure.BASIN) {
      return new int[][] {shades(TIDE)};
    }
    return HUES.stream()
        .map(hue -> shades(List.of(OkLab.mix("#ffffff", hue, 0.25), hue)))
        .toArray(int[][]::new);
  }

  private static int[] shades(List<String> stops) {
    int[] shades = new int[STEPS];
    for (int i = 0; i < STEPS; i++) {
      double at = (double) i / (STEPS - 1) * (stops.size() - 1);
      int stop = (int) Math.min(stops.size() - 2, at);
      String mixed = OkLab.mix(stops.get(stop), stops.get(stop + 1), at - stop);
      shades[i] = Integer.parseInt(mixed.substring(1), 16);
    }
    return shades;
  }
}
