package descent.web.api;

import descent.run.sweep.Axis;
import descent.run.sweep.Cells;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A map as plain bytes and as a table of one row a cell. */
final class SweepText {
  private SweepText() {}

  /** The values as little-endian float32. */
  static byte[] floats(Cells cells) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * cells.value().length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(cells.value());
    return bytes.array();
  }

  /** The values, then one byte a cell for its kind. */
  static byte[] bytes(Cells cells) {
    return ByteBuffer.allocate(5 * cells.value().length)
        .put(floats(cells))
        .put(cells.kind())
        .array();
  }

  static byte[] csv(Cells cells) {
    StringBuilder csv = new StringBuilder();
    cells.spec().axes().forEach(axis -> csv.append(axis.name()).append(','));
    csv.append(cells.spec().measure().wire())
        .append(",kind")
        .append(cells.band().isPresent() ? ",low,high\r\n" : "\r\n");
    for (int cell = 0; cell < cells.value().length; cell++) {
      int[] at = {cell % cells.columns(), cell / cells.columns()};
      int[] sizes = {cells.columns(), cells.rows()};
      for (int i = 0; i < cells.spec().axes().size(); i++) {
        Axis axis = cells.spec().axes().get(i);
        csv.append(axis.centre(at[i], sizes[i])).append(',');
      }
      csv.append(cells.value()[cell]).append(',').append(kind(cells.kind()[cell]));
      if (cells.band().isPresent()) {
        Cells.Band band = cells.band().get();
        csv.append(',').append(band.low()[cell]).append(',').append(band.high()[cell]);
      }
      csv.append("\r\n");
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String kind(byte kind) {
    return switch (kind) {
      case Cells.DIVERGED -> "diverged";
      case Cells.UNSETTLED -> "unsettled";
      default -> Byte.toString(kind);
    };
  }
}
