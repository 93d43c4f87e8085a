package descent.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/** 1,797 handwritten digits of 8×8 pixels, shipped with the program. */
public final class Digits {
  private static final String CREDIT =
      "E. Alpaydin, C. Kaynak: Optical Recognition of Handwritten Digits, UCI Machine Learning"
          + " Repository, 1998, doi:10.24432/C50P49, CC BY 4.0";

  private Digits() {}

  /** The digits, pixels from 0 to 1 in float. */
  public static Dataset load() {
    try (InputStream in = Digits.class.getResourceAsStream("digits.csv.gz")) {
      if (in == null) {
        throw new IllegalStateException("digits.csv.gz is missing from the program");
      }
      Dataset raw = Csv.read("digits", new GZIPInputStream(in), true, CREDIT);
      descent.linalg.Matrix pixels =
          descent.linalg.Precision.FLOAT.zeros(raw.size(), raw.inputs().columns());
      pixels.copy(raw.inputs());
      pixels.scale(1.0 / 16);
      return new Dataset("digits", pixels, raw.targets(), 10, CREDIT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
