package descent.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.words.Languages;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.SameSite;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * In which language a reader is answered: the one chosen here, else the first that the browser
 * wants, else English. {@code POST /language} chooses; {@code /words/de.js} holds what scripts say.
 */
public final class LanguageChoice implements Routes {
  private static final String NAME = "language";
  private static final int LONGEST_AGE = 400 * 24 * 60 * 60;

  private final Languages languages;

  public LanguageChoice(Languages languages) {
    this.languages = languages;
  }

  public Languages languages() {
    return languages;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.before(ctx -> ctx.attribute(NAME, words(ctx)));
    routes.post("/language", this::choose);
    routes.get("/words/{language}.js", this::script);
  }

  /** The words of one who is being answered; English where there is no choice. */
  public static Words of(Context ctx) {
    return Optional.<Words>ofNullable(ctx.attribute(NAME)).orElse(Words.ENGLISH);
  }

  /** The words for whom a request is answered. */
  public Words words(Context ctx) {
    return Optional.ofNullable(ctx.cookie(NAME))
        .flatMap(languages::named)
        .orElseGet(
            () -> languages.wanted(Optional.ofNullable(ctx.header("Accept-Language")).orElse("")));
  }

  /** Where scripts find their words, by content. */
  public static String url(Words words) {
    return "/words/" + words.language() + ".js?v=" + Assets.hash(module(words));
  }

  private void choose(Context ctx) {
    String wanted = Optional.ofNullable(ctx.formParam(NAME)).orElse("");
    Words words =
        languages
            .named(wanted)
            .orElseThrow(
                () ->
                    new BadRequestResponse(
                        "language is one of "
                            + languages.all().stream()
                                .map(Words::language)
                                .collect(Collectors.joining(", "))
                            + ", not '"
                            + wanted
                            + "'."));
    boolean secure = ctx.scheme().equals("https");
    ctx.cookie(
        new Cookie(NAME, words.language(), "/", LONGEST_AGE, secure, true, null, SameSite.LAX));
    ctx.redirect(back(ctx), HttpStatus.SEE_OTHER);
  }

  /** The page with the form: its address holds the figures' states. */
  public static String back(Context ctx) {
    try {
      URI from = URI.create(Optional.ofNullable(ctx.header("Referer")).orElse("/"));
      boolean own =
          from.getRawAuthority() != null && from.getRawAuthority().equals(ctx.header("Host"));
      String query = from.getRawQuery() == null ? "" : "?" + from.getRawQuery();
      return own ? "/" + from.getRawPath().replaceFirst("^/+", "") + query : "/";
    } catch (IllegalArgumentException e) {
      return "/";
    }
  }

  private void script(Context ctx) {
    Words words =
        languages
            .named(ctx.pathParam("language"))
            .orElseThrow(() -> new NotFoundResponse("No such language."));
    byte[] module = module(words);
    String hash = Assets.hash(module);
    boolean named = hash.equals(ctx.queryParam("v"));
    ctx.contentType("text/javascript;charset=utf-8");
    boolean gzip = Assets.gzips(ctx);
    Assets.sendTagged(
        ctx, hash, named ? Assets.FOR_EVER : "no-cache", gzip ? Assets.gzip(module) : module);
  }

  private static byte[] module(Words words) {
    try {
      String texts = new ObjectMapper().writeValueAsString(words.browser());
      return ("export default " + texts + ";\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
