package descent.run;

import java.util.List;
import java.util.OptionalDouble;

/** How fast a run converges: the slope of log ‖∇f‖ over the second half of its frames. */
record Rate(OptionalDouble measured) {
  private static final int FEWEST = 6;
  private static final double ROUNDING = 1e-12;

  Rate(List<Frame> frames) {
    this(measure(frames));
  }

  private static OptionalDouble measure(List<Frame> frames) {
    double first = frames.get(0).gradientNorm();
    List<Frame> above =
        frames.stream().filter(f -> f.gradientNorm() > ROUNDING * Math.max(1, first)).toList();
    List<Frame> used = above.subList(above.size() / 2, above.size());
    if (used.size() < FEWEST) {
      return OptionalDouble.empty();
    }
    double meanStep = used.stream().mapToDouble(Frame::step).average().orElse(0);
    double meanLog = used.stream().mapToDouble(f -> Math.log(f.gradientNorm())).average().orElse(0);
    double product = 0;
    double square = 0;
    for (Frame frame : used) {
      double step = frame.step() - meanStep;
      product += step * (Math.log(frame.gradientNorm()) - meanLog);
      square += step * step;
    }
    return OptionalDouble.of(Math.exp(product / square));
  }
}
