package descent.plot;

import descent.run.sweep.Axis;
import descent.run.sweep.SweepSpec;

/**
 * Where a sweep's cells stand in its picture; starts have one scale on both axes.
 *
 * @param left pixel of the area's left side; the others likewise
 */
record SweepArea(double left, double top, double width, double height) {
  private static final double LEFT = 50;
  private static final double RIGHT = 10;
  private static final double TOP = 24;
  private static final double BOTTOM = 100;

  static SweepArea of(SweepSpec spec, Size size) {
    double width = size.width() - LEFT - RIGHT;
    double height = size.height() - TOP - BOTTOM;
    if (spec.overStarts() && spec.axes().size() == 2) {
      double across = length(spec.axes().get(0));
      double up = length(spec.axes().get(1));
      double unit = Math.max(across / width, up / height);
      return new SweepArea(LEFT, TOP, across / unit, up / unit);
    }
    return new SweepArea(LEFT, TOP, width, height);
  }

  private static double length(Axis axis) {
    return axis.high() - axis.low();
  }

  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  Scale x(Axis axis) {
    return new Scale(axis.low(), axis.high(), left, right(), axis.logarithmic());
  }

  Scale y(Axis axis) {
    return new Scale(axis.low(), axis.high(), bottom(), top, axis.logarithmic());
  }
}
