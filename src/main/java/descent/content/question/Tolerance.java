package descent.content.question;

import descent.content.source.Source;
import descent.words.Words;
import java.util.List;

/** How close a number must come to the right one. */
record Tolerance(Kind kind, double amount) {
  private static final double ROUNDING = 1e-9;

  enum Kind {
    ABSOLUTE,
    RELATIVE,
    DIGITS
  }

  /** One of {@code tolerance}, {@code relative} and {@code digits}; one percent where none is. */
  static Tolerance read(Source source) {
    double absolute = source.number("tolerance", 0, 0, 1e300);
    double relative = source.number("relative", 0.01, 0, 1);
    int digits = source.integer("digits", 3, 1, 15);
    List<String> given =
        List.of("tolerance", "relative", "digits").stream().filter(source::has).toList();
    if (given.size() > 1) {
      source.error(given.get(1), "give one of tolerance, relative and digits, not " + given);
    }
    return source.has("tolerance")
        ? new Tolerance(Kind.ABSOLUTE, absolute)
        : source.has("digits")
            ? new Tolerance(Kind.DIGITS, digits)
            : new Tolerance(Kind.RELATIVE, relative);
  }

  /** Half the width of the interval around {@code right} in which an answer is right. */
  double around(double right) {
    double size = Math.abs(right);
    double width =
        switch (kind) {
          case ABSOLUTE -> amount;
          case RELATIVE -> amount * size;
          case DIGITS ->
              size == 0 ? 0 : Math.pow(10, Math.floor(Math.log10(size)) - amount + 1) / 2;
        };
    return width + ROUNDING * Math.max(size, width);
  }

  boolean accepts(double answer, double right) {
    return Math.abs(answer - right) <= around(right);
  }

  /** What is wanted, for a learner who is close. */
  String words(Words words) {
    return switch (kind) {
      case ABSOLUTE -> words.say("Close, but it may differ by at most {0}.", plain(amount));
      case RELATIVE -> words.say("Close, but it may differ by at most {0} %.", plain(100 * amount));
      case DIGITS -> words.say("Close, but {0} significant digits are wanted.", (int) amount);
    };
  }

  private static String plain(double value) {
    return descent.content.source.Numeral.exact(value).text();
  }
}
