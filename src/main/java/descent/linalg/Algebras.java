package descent.linalg;

import java.util.Optional;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * The algebras of this machine; immutable.
 *
 * @param reference EJML in double
 * @param fast OpenBLAS in float, or the reference where it does not load
 * @param fastDouble OpenBLAS in double, or the reference
 * @param check one sentence: what the fast one is, or why there is none
 */
public record Algebras(
    DenseAlgebra reference, DenseAlgebra fast, DenseAlgebra fastDouble, String check) {
  /** Loads OpenBLAS, on one thread a call; without it everything runs on EJML. */
  public static Algebras load() {
    DenseAlgebra reference = new EjmlAlgebra();
    try {
      Loader.load(openblas.class);
      openblas_nolapack.blas_set_num_threads(1);
      return new Algebras(
          reference,
          new OpenBlasAlgebra(Precision.FLOAT),
          new OpenBlasAlgebra(Precision.DOUBLE),
          "OpenBLAS in float");
    } catch (LinkageError | RuntimeException e) {
      return referenceOnly("OpenBLAS did not load (%s); networks run on EJML".formatted(reason(e)));
    }
  }

  /** What {@link #load} gives, loaded when it is first asked for; thread-safe. */
  public static Supplier<Algebras> onDemand() {
    return new Supplier<>() {
      private Optional<Algebras> loaded = Optional.empty();

      @Override
      public synchronized Algebras get() {
        loaded = Optional.of(loaded.orElseGet(Algebras::load));
        return loaded.get();
      }
    };
  }

  /** EJML for everything, for the reason given. */
  public static Algebras referenceOnly(String reason) {
    DenseAlgebra reference = new EjmlAlgebra();
    return new Algebras(reference, reference, reference, reason);
  }

  private static String reason(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }
}
