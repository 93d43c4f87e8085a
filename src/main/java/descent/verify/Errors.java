package descent.verify;

import com.fasterxml.jackson.databind.JsonNode;

/** The largest of many errors, each as a part of its tolerance and relative to max(1, |ref|). */
final class Errors {
  private double worst = -1;
  private double error;
  private double tolerance;
  private String where = "";

  /** Compares where the reference is a number; {@code null} means not defined. */
  void compare(String at, double ours, JsonNode reference, double allowed) {
    if (reference.isNumber()) {
      compare(at, ours, reference.doubleValue(), allowed);
    }
  }

  void compare(String at, double[] ours, JsonNode reference, double allowed) {
    if (reference.isArray() && reference.size() != ours.length) {
      throw new IllegalArgumentException(
          "%s has %d numbers; expected %d.".formatted(at, reference.size(), ours.length));
    }
    for (int i = 0; i < ours.length && reference.isArray(); i++) {
      compare(at + "[" + i + "]", ours[i], reference.get(i), allowed);
    }
  }

  private void compare(String at, double ours, double reference, double allowed) {
    double scaled = Math.abs(ours - reference) / Math.max(1, Math.abs(reference));
    double part = Double.isNaN(scaled) ? Double.POSITIVE_INFINITY : scaled / allowed;
    if (part > worst) {
      worst = part;
      error = Double.isNaN(scaled) ? Double.POSITIVE_INFINITY : scaled;
      tolerance = allowed;
      where = at;
    }
  }

  Verdict verdict(String name) {
    return worst < 0
        ? Verdict.skipped(name, "it holds no numbers to compare")
        : new Verdict(name, error, tolerance, where);
  }
}
