package descent.model;

import descent.linalg.Matrix;
import descent.linalg.Pixels;
import descent.linalg.Precision;
import descent.linalg.Rows;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Images and labels in the IDX format of MNIST and Fashion-MNIST, plain or gzipped, from one
 * folder: Y. LeCun, C. Cortes, C. Burges; H. Xiao, K. Rasul, R. Vollgraf, 2017, arXiv:1708.07747.
 */
public final class Idx {
  private static final int IMAGES = 0x803;
  private static final int LABELS = 0x801;
  private static final int CLASSES = 10;
  private static final int LARGEST = 100_000_000;

  private Idx() {}

  /** Whether {@code folder} holds the images of {@code part}, {@code train} or {@code t10k}. */
  public static boolean isPresent(Path folder, String part) {
    return candidates(folder, part, "images-idx3").stream().anyMatch(Files::isReadable)
        && candidates(folder, part, "labels-idx1").stream().anyMatch(Files::isReadable);
  }

  /**
   * The images of {@code part}, pixels from 0 to 1, with their labels.
   *
   * @throws IllegalArgumentException naming the file that is missing or wrong
   */
  public static Dataset load(String name, Path folder, String part, String credit) {
    Rows images = open(folder, part, "images-idx3", Idx::pixels);
    Rows labels = open(folder, part, "labels-idx1", Idx::labels);
    for (int i = 0; i < labels.rows(); i++) {
      if (labels.get(i, 0) >= CLASSES) {
        throw new IllegalArgumentException(
            "label %d of %s in %s is %.0f; 0 to %d would be right"
                .formatted(i + 1, name, folder, labels.get(i, 0), CLASSES - 1));
      }
    }
    return new Dataset(name, images, labels, CLASSES, credit);
  }

  /**
   * Bytes that {@link #load} would fill, from the beginning of its files.
   *
   * @throws IllegalArgumentException naming the file that is missing or wrong
   */
  public static long bytes(Path folder, String part) {
    return open(folder, part, "images-idx3", (file, in) -> Shape.read(file, in, IMAGES).numbers())
        + Float.BYTES
            * open(
                folder, part, "labels-idx1", (file, in) -> Shape.read(file, in, LABELS).numbers());
  }

  private static List<Path> candidates(Path folder, String part, String kind) {
    String file = part + "-" + kind + "-ubyte";
    return List.of(folder.resolve(file + ".gz"), folder.resolve(file));
  }

  /** What a file says from its beginning. */
  private interface Reader<T> {
    T read(Path file, DataInputStream in) throws IOException;
  }

  private static <T> T open(Path folder, String part, String kind, Reader<T> reader) {
    List<Path> candidates = candidates(folder, part, kind);
    Path file =
        candidates.stream()
            .filter(Files::isReadable)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no file %s in %s".formatted(candidates.get(0).getFileName(), folder)));
    try (InputStream raw = Files.newInputStream(file);
        InputStream bytes =
            file.toString().endsWith(".gz")
                ? new GZIPInputStream(raw, 1 << 16)
                : new BufferedInputStream(raw, 1 << 16);
        DataInputStream in = new DataInputStream(bytes)) {
      return reader.read(file, in);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s cannot be read: %s".formatted(file.getFileName(), e.getMessage()), e);
    }
  }

  /** How many numbers a file has; images are flat rows. */
  private record Shape(int rows, int columns) {
    static Shape read(Path file, DataInputStream in, int magic) throws IOException {
      int found = in.readInt();
      if (found != magic) {
        throw new IllegalArgumentException(
            "%s starts with %d, should be %d".formatted(file.getFileName(), found, magic));
      }
      int rows = in.readInt();
      long columns = magic == IMAGES ? (long) in.readInt() * in.readInt() : 1;
      if (rows < 1 || columns < 1 || columns > LARGEST || rows * columns > LARGEST) {
        throw new IllegalArgumentException(
            "%s has %d × %d numbers; at most %d"
                .formatted(file.getFileName(), rows, columns, LARGEST));
      }
      return new Shape(rows, (int) columns);
    }

    long numbers() {
      return (long) rows * columns;
    }
  }

  private static Pixels pixels(Path file, DataInputStream in) throws IOException {
    Shape shape = Shape.read(file, in, IMAGES);
    byte[] values = new byte[(int) shape.numbers()];
    in.readFully(values);
    return new Pixels(shape.rows(), shape.columns(), values);
  }

  private static Matrix labels(Path file, DataInputStream in) throws IOException {
    Matrix labels = Precision.FLOAT.zeros(Shape.read(file, in, LABELS).rows(), 1);
    for (int i = 0; i < labels.rows(); i++) {
      labels.set(i, 0, in.readUnsignedByte());
    }
    return labels;
  }
}
