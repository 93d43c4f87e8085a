package descent.content.source;

import java.util.Comparator;

/** One mistake of an author: where it is, what is wrong, and what would be right. */
public record Mistake(String file, int line, Severity severity, String message)
    implements Comparable<Mistake> {

  /** An error refuses the lesson; a warning lets it through. */
  public enum Severity {
    ERROR,
    WARNING
  }

  private static final Comparator<Mistake> ORDER =
      Comparator.comparing(Mistake::file)
          .thenComparingInt(Mistake::line)
          .thenComparing(Mistake::severity)
          .thenComparing(Mistake::message);

  public static Mistake error(String file, int line, String message) {
    return new Mistake(file, line, Severity.ERROR, message);
  }

  public static Mistake warning(String file, int line, String message) {
    return new Mistake(file, line, Severity.WARNING, message);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public int compareTo(Mistake other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + (isError() ? "" : "warning: ") + message;
  }
}
