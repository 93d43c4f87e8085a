package descent.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The named data sets, as far as this machine has them; immutable.
 *
 * @param fashion gives the folder with Fashion-MNIST's IDX files when one of them is asked for
 */
public record Datasets(Supplier<Path> fashion) {
  /** Where Debian's package {@code dataset-fashion-mnist} puts it. */
  public static final String INSTALLED = "/usr/share/datasets/fashion-mnist";

  private static final String FASHION_CREDIT =
      "H. Xiao, K. Rasul, R. Vollgraf: Fashion-MNIST, 2017, arXiv:1708.07747, MIT licence";

  /** With what Debian's packages installed. */
  public static Datasets installed() {
    return new Datasets(() -> Path.of(INSTALLED));
  }

  /** Every name, present or not. */
  public List<String> names() {
    return List.of("digits", "fashion_mnist", "moons", "circles", "spirals", "blobs");
  }

  /** Why {@code name} cannot be loaded here, if so. */
  public Optional<String> missing(String name) {
    if (!names().contains(name)) {
      return Optional.of("'%s' is no data set; known: %s".formatted(name, names()));
    }
    return name.equals("fashion_mnist") && !Idx.isPresent(fashion.get(), "train")
        ? Optional.of(
            "Fashion-MNIST is not in %s; install dataset-fashion-mnist or give its folder by --idx"
                .formatted(fashion.get()))
        : Optional.empty();
  }

  /**
   * Loads {@code name}; the points in the plane are 500, from seed 0.
   *
   * @throws IllegalArgumentException with the reason if it is {@link #missing}
   */
  public Dataset load(String name) {
    missing(name)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    return switch (name) {
      case "digits" -> Digits.load();
      case "fashion_mnist" -> Idx.load("fashion_mnist", fashion.get(), "train", FASHION_CREDIT);
      case "moons" -> Generated.points(Generated.Shape.MOONS, 500, 0.1, 0, 0);
      case "circles" -> Generated.points(Generated.Shape.CIRCLES, 500, 0.08, 0, 0);
      case "spirals" -> Generated.points(Generated.Shape.SPIRALS, 500, 0.03, 0, 0);
      default -> Generated.points(Generated.Shape.BLOBS, 500, 0.5, 0, 0);
    };
  }
}
