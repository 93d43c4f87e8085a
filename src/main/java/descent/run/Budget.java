package descent.run;

import java.util.Optional;

/** Says, while a run goes on, that it has to end. */
@FunctionalInterface
public interface Budget {
  /** Never ends a run. */
  Budget UNLIMITED = step -> Optional.empty();

  /** Why the run has to end at {@code step}, if it has to. */
  Optional<Stop> check(int step);
}
