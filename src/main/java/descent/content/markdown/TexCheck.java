package descent.content.markdown;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says why KaTeX would not render a formula: an unknown command or environment, a bracket that is
 * not closed, an argument that is missing, two superscripts. Commands are those of KaTeX 0.18.
 */
final class TexCheck {

  private static final int MAX_LENGTH = 10_000;
  private static final int MAX_DEPTH = 60;
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\\\\[A-Za-z]+|\\\\.|\\S)", Pattern.DOTALL);
  private static final Set<String> COMMANDS = Set.of(resource("katex-commands.txt").split("\\s+"));
  private static final Set<String> ENVIRONMENTS =
      Set.of(
          ("array darray matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix matrix* pmatrix* bmatrix*"
                  + " Bmatrix* vmatrix* Vmatrix* smallmatrix subarray cases dcases rcases drcases"
                  + " align align* aligned split gathered gather gather* alignat alignat* alignedat"
                  + " equation equation* CD")
              .split(" "));
  private static final Set<String> WITH_COLUMNS =
      Set.of("array", "darray", "subarray", "alignat", "alignat*", "alignedat");
  private static final Set<String> RAW =
      Set.of(
          ("\\text \\textbf \\textit \\textrm \\textsf \\texttt \\textnormal \\textmd \\textup"
                  + " \\mbox \\hbox \\hspace \\tag \\color \\operatorname \\operatornamewithlimits")
              .split(" "));
  private static final Map<String, Integer> ARGUMENTS = arguments();

  /** Where it is wrong, in lines from 0, and what. */
  record Flaw(int line, String message) {}

  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int position;

    Wrong(int position, String message) {
      super(message, null, false, false);
      this.position = position;
    }
  }

  private final String tex;
  private final Matcher matcher;
  private String token = "";
  private int start;
  private int depth;
  private int environments;

  private TexCheck(String tex) {
    this.tex = tex;
    this.matcher = TOKEN.matcher(tex);
  }

  static Optional<Flaw> flaw(String tex) {
    if (tex.length() > MAX_LENGTH) {
      String message = "a formula has at most " + MAX_LENGTH + " characters, not " + tex.length();
      return Optional.of(new Flaw(0, message));
    }
    try {
      new TexCheck(tex).formula();
      return Optional.empty();
    } catch (Wrong e) {
      int line = (int) tex.substring(0, e.position).chars().filter(c -> c == '\n').count();
      return Optional.of(new Flaw(line, String.valueOf(e.getMessage())));
    }
  }

  private void formula() {
    advance();
    sequence("");
    if (!token.isEmpty()) {
      throw wrong("'" + token + "' closes what was not opened");
    }
  }

  /** Reads atoms until something closes; the caller checks that it is the right thing. */
  private void sequence(String opener) {
    if (++depth > MAX_DEPTH) {
      throw wrong("brackets are nested more than " + MAX_DEPTH + " deep");
    }
    boolean raised = false;
    boolean lowered = false;
    while (!closes()) {
      if (token.equals("^") || token.equals("_")) {
        boolean up = token.equals("^");
        if (up ? raised : lowered) {
          throw wrong("two " + (up ? "superscripts" : "subscripts") + " in a row; use braces");
        }
        raised |= up;
        lowered |= !up;
        String script = token;
        advance();
        argument(script);
      } else if (token.equals("'")) {
        if (raised) {
          throw wrong("a prime after a superscript; write it before or use braces");
        }
        advance();
      } else if (token.equals("\\limits") || token.equals("\\nolimits")) {
        advance();
      } else {
        atom(opener);
        raised = false;
        lowered = false;
      }
    }
    depth--;
  }

  private boolean closes() {
    return switch (token) {
      case "", "}", "\\right", "\\end" -> true;
      default -> false;
    };
  }

  private void atom(String opener) {
    int from = start;
    String command = token;
    switch (command) {
      case "{" -> group();
      case "\\begin" -> environment();
      case "\\left" -> {
        advance();
        delimiter("\\left");
        sequence("\\left");
        close("\\right", "\\left", from);
        delimiter("\\right");
      }
      case "&" -> {
        if (environments == 0) {
          throw wrong("'&' stands outside of an environment such as aligned");
        }
        advance();
      }
      case "$", "#", "%" -> throw wrong("'" + command + "' is not allowed in a formula");
      case "\\middle" -> {
        if (!opener.equals("\\left")) {
          throw wrong("\\middle stands between \\left and \\right");
        }
        advance();
        delimiter("\\middle");
      }
      default -> command(command);
    }
  }

  private void command(String command) {
    boolean named = command.length() > 1 && Character.isLetter(command.charAt(1));
    if (named && !COMMANDS.contains(command.substring(1))) {
      throw wrong("the command " + command + " is unknown to KaTeX");
    }
    if (RAW.contains(command)) {
      rawArgument(command);
      return;
    }
    advance();
    if (command.equals("\\sqrt") && token.equals("[")) {
      while (!token.equals("]") && !closes()) {
        atom("[");
      }
      close("]", "\\sqrt[", start);
    }
    for (int i = 0; i < ARGUMENTS.getOrDefault(command, 0); i++) {
      argument(command);
    }
  }

  private void argument(String owner) {
    if (++depth > MAX_DEPTH) {
      throw wrong("arguments are nested more than " + MAX_DEPTH + " deep");
    }
    if (closes() || token.equals("&") || token.equals("^") || token.equals("_")) {
      throw wrong("'" + owner + "' lacks its argument");
    }
    atom("");
    depth--;
  }

  private void group() {
    int from = start;
    advance();
    sequence("{");
    close("}", "{", from);
  }

  private void environment() {
    int from = start;
    String name = rawArgument("\\begin");
    if (!ENVIRONMENTS.contains(name)) {
      throw new Wrong(from, "the environment '" + name + "' is unknown to KaTeX");
    }
    if (WITH_COLUMNS.contains(name)) {
      argument("\\begin{" + name + "}");
    }
    environments++;
    sequence("\\begin");
    environments--;
    if (!token.equals("\\end")) {
      throw new Wrong(from, "\\begin{" + name + "} is not closed by \\end{" + name + "}");
    }
    String end = rawArgument("\\end");
    if (!end.equals(name)) {
      throw new Wrong(from, "\\begin{" + name + "} is closed by \\end{" + end + "}");
    }
  }

  private void delimiter(String owner) {
    if (token.isEmpty() || token.equals("{") || token.equals("}")) {
      throw wrong(owner + " needs a bracket after it, such as ( or \\{ or a dot");
    }
    advance();
  }

  private void close(String expected, String opener, int from) {
    if (!token.equals(expected)) {
      throw new Wrong(from, "'" + opener + "' is not closed by '" + expected + "'");
    }
    advance();
  }

  /** Skips a braced text that is not a formula and returns it. */
  private String rawArgument(String owner) {
    int open = matcher.end();
    if (open < tex.length() && tex.charAt(open) == '*') {
      open++;
    }
    while (open < tex.length() && Character.isWhitespace(tex.charAt(open))) {
      open++;
    }
    if (open == tex.length() || tex.charAt(open) != '{') {
      throw wrong("'" + owner + "' needs braces after it");
    }
    int level = 0;
    for (int i = open; i < tex.length(); i++) {
      char c = tex.charAt(i);
      level += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == '\\') {
        i++;
      } else if (level == 0) {
        advanceFrom(i + 1);
        return tex.substring(open + 1, i);
      }
    }
    throw wrong("the brace after '" + owner + "' is not closed");
  }

  private void advance() {
    advanceFrom(token.isEmpty() ? 0 : matcher.end());
  }

  private void advanceFrom(int position) {
    boolean found = matcher.find(position);
    token = found ? matcher.group(1) : "";
    start = found ? matcher.start(1) : tex.length();
  }

  private Wrong wrong(String message) {
    return new Wrong(start, message);
  }

  private static Map<String, Integer> arguments() {
    var counts = new java.util.HashMap<String, Integer>();
    String two = "frac dfrac tfrac cfrac binom dbinom tbinom overset underset stackrel";
    String one =
        "sqrt hat bar vec tilde dot ddot check breve acute grave mathring widehat widetilde"
            + " overline underline mathbb mathbf mathcal mathrm mathsf mathtt mathit mathscr"
            + " mathfrak boldsymbol bm overbrace underbrace boxed phantom hphantom vphantom"
            + " substack overrightarrow underbracket overbracket cancel";
    for (String name : two.split(" ")) {
      counts.put("\\" + name, 2);
    }
    for (String name : one.split(" ")) {
      counts.put("\\" + name, 1);
    }
    return Map.copyOf(counts);
  }

  private static String resource(String name) {
    try (InputStream in = TexCheck.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
