package descent.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an optimizer looks in every plot: a colour of the style sheet, a dash and a head. */
public enum Trace {
  GD("", "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0Z"),
  MOMENTUM("10 4", "M-5-5H5V5H-5Z"),
  SGD("1.5 3", "M0-6.8L6.8 0L0 6.8L-6.8 0Z"),
  ADAM("4 3", "M0-6.5L6.2 4.5H-6.2Z"),
  NESTEROV("10 3 2 3", "M0 6.5L6.2-4.5H-6.2Z"),
  NATURAL("14 3 2 3 2 3", "M6 0L3 5.2H-3L-6 0L-3-5.2H3Z");

  private final String dash;
  private final String head;

  Trace(String dash, String head) {
    this.dash = dash;
    this.head = head;
  }

  /** The trace whose {@link #wire} is {@code word}. */
  public static Optional<Trace> named(String word) {
    return Arrays.stream(values()).filter(trace -> trace.wire().equals(word)).findFirst();
  }

  /** As in a query. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class that gives the colour: {@code trace-momentum}. */
  public String style() {
    return "trace-" + wire();
  }

  /** Lengths of dashes and gaps of a line 2 px wide; empty for a solid line. */
  public String dash() {
    return dash;
  }

  /** Path data of the head around the origin, about 11 px wide. */
  public String head() {
    return head;
  }

  /**
   * A trace for each optimizer of a figure: its own where that is free, else the first free one.
   *
   * @param optimizers names on the wire, at most as many as there are traces
   */
  public static List<Trace> of(List<String> optimizers) {
    Trace[] traces = new Trace[optimizers.size()];
    List<Trace> free = new ArrayList<>(Arrays.asList(values()));
    for (int i = 0; i < traces.length; i++) {
      String name = optimizers.get(i);
      for (Trace trace : values()) {
        if (trace.style().equals("trace-" + family(name)) && free.remove(trace)) {
          traces[i] = trace;
        }
      }
    }
    for (int i = 0; i < traces.length; i++) {
      if (traces[i] == null) {
        traces[i] = free.remove(free.size() - 1);
      }
    }
    return List.of(traces);
  }

  private static String family(String optimizer) {
    return optimizer.equals("kfac") ? "natural" : optimizer;
  }
}
