package descent.plot;

import java.util.Locale;
import java.util.Map;

/** Where a picture takes its colours: from the page's style sheet, or from the light theme. */
public enum Palette {
  /** For a picture inside a page: follows theme and print. */
  PAGE {
    @Override
    String colour(String token) {
      return "var(--" + token + ")";
    }

    @Override
    String shade(String token, double part) {
      return "color-mix(in oklab,%s,%s %d%%)"
          .formatted(colour("paper"), colour(token), Math.round(100 * part));
    }

    @Override
    String tint(double part) {
      String low = part < 0.5 ? "map-low" : "map-mid";
      String high = part < 0.5 ? "map-mid" : "map-high";
      long percent = Math.round(100 * (part < 0.5 ? 2 * part : 2 * part - 1));
      return "color-mix(in oklab,%s,%s %d%%)".formatted(colour(low), colour(high), percent);
    }
  },
  /** For a file that stands alone. */
  LIGHT {
    @Override
    String colour(String token) {
      return VALUES.getOrDefault(token, "#17212b");
    }
  },
  /** For curves that stand alone on dark paper. */
  DARK {
    @Override
    String colour(String token) {
      return DARK_VALUES.getOrDefault(token, "#e9eef2");
    }
  };

  private static final Map<String, String> DARK_VALUES =
      Map.ofEntries(
          Map.entry("paper", "#0f151a"),
          Map.entry("halo", "#0f151a"),
          Map.entry("line", "#2b3842"),
          Map.entry("map-low", "#0e151a"),
          Map.entry("map-mid", "#192831"),
          Map.entry("map-high", "#30495b"),
          Map.entry("ink-2", "#b4c0ca"),
          Map.entry("ink-3", "#93a1ad"),
          Map.entry("optimizer-gd", "#eef2f5"),
          Map.entry("optimizer-momentum", "#ff6650"),
          Map.entry("optimizer-sgd", "#f7d548"),
          Map.entry("optimizer-adam", "#8fbcff"),
          Map.entry("optimizer-nesterov", "#ec7fc4"),
          Map.entry("optimizer-natural", "#2ee6ae"));

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("paper", "#ffffff"),
          Map.entry("halo", "#ffffff"),
          Map.entry("line", "#d6dee3"),
          Map.entry("ink", "#17212b"),
          Map.entry("ink-2", "#44525e"),
          Map.entry("ink-3", "#5c6a76"),
          Map.entry("void", "#eef1f3"),
          Map.entry("map-low", "#ffffff"),
          Map.entry("map-mid", "#e6eff1"),
          Map.entry("map-high", "#bfd3e0"),
          Map.entry("map-line", "#3d5a70"),
          Map.entry("signed-low", "#1f689d"),
          Map.entry("signed-high", "#ab3b2d"),
          Map.entry("optimizer-gd", "#1d2730"),
          Map.entry("optimizer-momentum", "#ab3b2d"),
          Map.entry("optimizer-sgd", "#937100"),
          Map.entry("optimizer-adam", "#0366ce"),
          Map.entry("optimizer-nesterov", "#76176c"),
          Map.entry("optimizer-natural", "#1d6c52"));

  /** A colour by its token, such as {@code map-line}. */
  abstract String colour(String token);

  /** The tint of a map between its lowest (0) and highest (1) loss, mixed in OKLab. */
  String tint(double part) {
    return part < 0.5
        ? OkLab.mix(colour("map-low"), colour("map-mid"), 2 * part)
        : OkLab.mix(colour("map-mid"), colour("map-high"), 2 * part - 1);
  }

  /** A colour between the page (0) and a token (1), mixed in OKLab. */
  String shade(String token, double part) {
    return OkLab.mix(colour("paper"), colour(token), part);
  }

  /** The colour of a signed number from −1 to 1; zero is the page. */
  String signed(double part) {
    return shade(end(part), Math.abs(part));
  }

  private static String end(double part) {
    return part < 0 ? "signed-low" : "signed-high";
  }

  String colour(Trace trace) {
    return colour("optimizer-" + trace.name().toLowerCase(Locale.ROOT));
  }
}
