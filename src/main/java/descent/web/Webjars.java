package descent.web;

import java.util.List;
import java.util.Map;

/** The browser libraries, served from Maven webjars at the versions that pom.xml pins. */
public final class Webjars {
  private static final String KATEX = "/webjars/katex/0.18.11/dist/";

  /** Style sheets that every page links, in order. */
  public static final List<String> STYLES = List.of(KATEX + "katex.min.css");

  /** Bare module names of the import map; {@code katex} sets {@code globalThis.katex}. */
  static final Map<String, String> MODULES = Map.of("katex", KATEX + "katex.min.js");

  private Webjars() {}
}
