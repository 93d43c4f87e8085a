package descent.expr;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TeX of a name: {@code theta_1} is θ₁, {@code m_hat} carries a hat, words stand upright. */
final class TexSymbol {
  private static final Set<String> GREEK =
      Set.of(
          "alpha beta gamma delta epsilon zeta eta theta kappa lambda mu nu xi rho sigma tau phi chi psi omega"
              .split(" "));
  private static final Pattern INDEXED =
      Pattern.compile("([A-Za-z]+?)_?([0-9]+)|(.+?)_([A-Za-z0-9]+)");

  private TexSymbol() {}

  static String of(String name) {
    if (name.length() == 1 && !name.equals("_")) {
      return name;
    }
    if (GREEK.contains(name)) {
      return "\\" + name;
    }
    Matcher indexed = INDEXED.matcher(name);
    if (indexed.matches()) {
      String head = indexed.group(1) != null ? indexed.group(1) : indexed.group(3);
      String index = indexed.group(2) != null ? indexed.group(2) : indexed.group(4);
      if (head.length() == 1 || GREEK.contains(head)) {
        return indexed(of(head), index);
      }
    }
    return "\\mathrm{" + name.replace("_", "\\_") + "}";
  }

  private static String indexed(String head, String index) {
    if (index.equals("hat")) {
      return "\\hat{" + head + "}";
    }
    boolean word = index.length() > 1 && Character.isLetter(index.charAt(0));
    return head + "_{" + (word ? "\\mathrm{" + index + "}" : index) + "}";
  }
}
