package descent.model;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The named data sets, as far as this machine has them; immutable.
 *
 * @param folder gives the folder that holds a folder of IDX files for each set of images
 */
public record Datasets(Supplier<Path> folder) {
  /** Where Debian's packages put them. */
  public static final String INSTALLED = "/usr/share/datasets";

  /** A set of images with ten classes. */
  private enum Images {
    FASHION_MNIST(
        "Fashion-MNIST",
        "fashion-mnist",
        "install dataset-fashion-mnist or put its IDX files there",
        "H. Xiao, K. Rasul, R. Vollgraf: Fashion-MNIST, 2017, arXiv:1708.07747, MIT licence"),
    MNIST(
        "MNIST",
        "mnist",
        "put its IDX files there",
        "Y. LeCun, C. Cortes, C. Burges: The MNIST database of handwritten digits, 1998");

    private final String title;
    private final String folder;
    private final String cure;
    private final String credit;

    Images(String title, String folder, String cure, String credit) {
      this.title = title;
      this.folder = folder;
      this.cure = cure;
      this.credit = credit;
    }

    private static Optional<Images> of(String name) {
      return Arrays.stream(values())
          .filter(set -> set.folder.equals(name.replace('_', '-')))
          .findFirst();
    }
  }

  /** With what Debian's packages installed. */
  public static Datasets installed() {
    return new Datasets(() -> Path.of(INSTALLED));
  }

  /** Every name, present or not. */
  public List<String> names() {
    return List.of("digits", "fashion_mnist", "mnist", "moons", "circles", "spirals", "blobs");
  }

  /** Why {@code name} cannot be loaded here, if so. */
  public Optional<String> missing(String name) {
    if (!names().contains(name)) {
      return Optional.of("'%s' is no data set; known: %s".formatted(name, names()));
    }
    return Images.of(name)
        .filter(set -> !Idx.isPresent(files(set), "train"))
        .map(
            set ->
                "%s is not in %s; %s, or give another folder of such folders by --idx."
                    .formatted(set.title, files(set), set.cure));
  }

  /**
   * Bytes that {@code name} fills when it is loaded, as far as they are worth asking for before.
   *
   * @throws IllegalArgumentException with the reason if it is {@link #missing}
   */
  public long bytes(String name) {
    check(name);
    return Images.of(name).map(set -> Idx.bytes(files(set), "train")).orElse(0L);
  }

  /**
   * Loads {@code name}; the points in the plane are 500, from seed 0.
   *
   * @throws IllegalArgumentException with the reason if it is {@link #missing}
   */
  public Dataset load(String name) {
    check(name);
    return switch (name) {
      case "digits" -> Digits.load();
      case "moons" -> Generated.points(Generated.Shape.MOONS, 500, 0.1, 0, 0);
      case "circles" -> Generated.points(Generated.Shape.CIRCLES, 500, 0.08, 0, 0);
      case "spirals" -> Generated.points(Generated.Shape.SPIRALS, 500, 0.03, 0, 0);
      case "blobs" -> Generated.points(Generated.Shape.BLOBS, 500, 0.5, 0, 0);
      default -> images(Images.of(name).orElseThrow());
    };
  }

  private Dataset images(Images set) {
    return Idx.load(set.folder.replace('-', '_'), files(set), "train", set.credit);
  }

  private Path files(Images set) {
    return folder.get().resolve(set.folder);
  }

  private void check(String name) {
    missing(name)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
  }
}
