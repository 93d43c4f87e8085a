package descent.run;

import java.util.List;

/** The whole answer to a specification: one path for each of its optimizers, in order. */
public record Result(RunSpec spec, List<Path> paths) {
  public Result {
    paths = List.copyOf(paths);
  }
}
