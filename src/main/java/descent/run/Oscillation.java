package descent.run;

import java.util.List;
import java.util.Optional;

/**
 * Steps that alternate along an eigenvector of the Hessian.
 *
 * @param eigenvalue of the Hessian where the run ended
 * @param eigenvector of length one; never written
 */
public record Oscillation(double eigenvalue, double[] eigenvector) {
  private static final int LOOKED_AT = 16;
  private static final int FEWEST = 6;
  private static final double SHARE = 0.8;
  private static final double ROUNDING = 1e-12;

  /** The steepest direction in which at least four of five of the last steps turned round. */
  static Optional<Oscillation> of(List<Frame> frames, Curvature curvature) {
    for (int k = curvature.eigenvalues().length - 1; k >= 0; k--) {
      double[] vector = curvature.eigenvectors()[k];
      if (turns(frames, vector) >= SHARE) {
        return Optional.of(new Oscillation(curvature.eigenvalues()[k], vector));
      }
    }
    return Optional.empty();
  }

  private static double turns(List<Frame> frames, double[] vector) {
    List<Frame> last = frames.subList(Math.max(0, frames.size() - LOOKED_AT), frames.size());
    double before = 0;
    int turned = 0;
    int counted = 0;
    for (int i = 1; i < last.size(); i++) {
      if (last.get(i).step() != last.get(i - 1).step() + 1) {
        return 0;
      }
      double moved = along(last.get(i), vector) - along(last.get(i - 1), vector);
      if (Math.abs(moved) > ROUNDING * Math.max(1, Math.abs(along(last.get(i), vector)))) {
        counted++;
        turned += moved * before < 0 ? 1 : 0;
        before = moved;
      }
    }
    return counted < FEWEST ? 0 : turned / (counted - 1.0);
  }

  private static double along(Frame frame, double[] vector) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += frame.x()[i] * vector[i];
    }
    return sum;
  }
}
