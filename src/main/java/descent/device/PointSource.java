package descent.device;

import descent.device.Points.Phase;
import descent.expr.OpenClSource;
import descent.expr.Precision;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the kernel that steps points: each work item takes one point through its steps. */
final class PointSource {
  private static final String REAL = Code.resource("real.cl");

  private PointSource() {}

  static String of(
      Precision precision,
      Collection<String> arrays,
      List<Phase> phases,
      List<OpenClSource> sources,
      int width) {
    StringBuilder text = new StringBuilder(prologue(precision));
    text.append(signature(arrays));
    arrays.forEach(a -> text.append("  real %s = a_%s[i];\n".formatted(variable(a), a)));
    text.append("  for (int step = from; step < to; step++) {\n");
    text.append("    global const real *values = schedule + step * %d;\n".formatted(width));
    for (int p = 0; p < phases.size(); p++) {
      text.append("    if (step %% %d == 0) {\n".formatted(phases.get(p).every()));
      text.append(sources.get(p).statements());
      text.append("    }\n");
    }
    text.append("  }\n");
    arrays.forEach(a -> text.append("  a_%s[i] = %s;\n".formatted(a, variable(a))));
    return text.append("}\n").toString();
  }

  /** The type {@code real} and what goes with it. */
  static String prologue(Precision precision) {
    String real =
        precision == Precision.SINGLE
            ? "typedef float real;\n"
            : "#pragma OPENCL EXTENSION cl_khr_fp64 : enable\ntypedef double real;\n";
    return "#pragma OPENCL FP_CONTRACT OFF\n" + real + REAL;
  }

  private static String signature(Collection<String> arrays) {
    return arrays.stream()
        .map(a -> "global real *a_" + a)
        .collect(
            Collectors.joining(
                ", ",
                "kernel void steps(const int points, const int from, const int to,"
                    + " global const real *schedule, ",
                ") {\n  const int i = get_global_id(0);\n  if (i >= points) return;\n"));
  }

  private static String variable(String array) {
    return OpenClSource.variable(array);
  }
}
