package descent.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Own static files and webjars, each under a URL that names its content, so that a browser may keep
 * it for ever. A file that changes on disk gets a new URL with the next page. Thread-safe.
 */
public final class Assets implements Routes {
  private static final Pattern COMMENT =
      Pattern.compile(
          "^[ \\t]*(?://.*|/\\*[^*]*\\*+(?:[^/*][^*]*\\*+)*/)[ \\t]*$", Pattern.MULTILINE);
  private static final Pattern SAFE =
      Pattern.compile("(?:[A-Za-z0-9_][A-Za-z0-9_.@-]*/)*[A-Za-z0-9_][A-Za-z0-9_.@-]*");
  static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2",
          "woff", "font/woff",
          "ttf", "font/ttf");

  private record File(byte[] bytes, byte[] gzip, String hash, String type, FileTime modified) {}

  private final Path directory;
  private final Map<String, File> files = new ConcurrentHashMap<>();
  private final Map<String, File> webjars = new ConcurrentHashMap<>();

  /** Serves what stands under {@code directory}, on disk or inside a jar. */
  public Assets(Path directory) {
    this.directory = directory;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/static/<path>", this::own);
    routes.get("/webjars/<path>", this::webjar);
    routes.get("/favicon.ico", ctx -> ctx.redirect(url("icon.svg")));
  }

  /** The URL of an own file, such as {@code css/base.css}, with the hash of its content. */
  public String url(String path) {
    return "/static/" + path + "?v=" + file(path).orElseThrow(() -> missing(path)).hash();
  }

  /**
   * The import map: webjars by name, and every own module by its path, so that a plain relative
   * import reaches the hashed URL.
   *
   * @param instead URLs of modules that this page has in the place of own ones, by path
   */
  public String importMap(Map<String, String> instead) {
    var imports = new TreeMap<>(Webjars.MODULES);
    try (Stream<Path> modules = Files.walk(directory.resolve("js"))) {
      modules
          .filter(path -> path.toString().endsWith(".js"))
          .map(path -> directory.relativize(path).toString())
          .forEach(path -> imports.put("/static/" + path, url(path)));
      instead.forEach((path, url) -> imports.put("/static/" + path, url));
      return new ObjectMapper().writeValueAsString(Map.of("imports", imports));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The CSP source of an inline text: {@code 'sha256-…'}. */
  public static String cspHash(String text) {
    byte[] digest = sha256(text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  /** Enough of SHA-256 to name a content. */
  public static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(sha256(bytes), 0, 8);
  }

  /** Sends bytes, or status 304 to a browser that holds what has this hash. */
  public static void sendTagged(Context ctx, String hash, String caching, byte[] bytes) {
    String tag = "W/\"" + hash + "\"";
    ctx.header("Cache-Control", caching).header("ETag", tag);
    if (tag.equals(ctx.header("If-None-Match"))) {
      ctx.status(304);
    } else {
      ctx.result(bytes);
    }
  }

  /** The bytes compressed. */
  public static byte[] gzip(byte[] bytes) {
    var zipped = new ByteArrayOutputStream();
    try (var out = new SmallestGzip(zipped)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }

  private static final class SmallestGzip extends GZIPOutputStream {
    SmallestGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private void own(Context ctx) {
    File file =
        file(ctx.pathParam("path")).orElseThrow(() -> new NotFoundResponse("No such file."));
    boolean named = file.hash().equals(ctx.queryParam("v"));
    send(ctx, file, named ? FOR_EVER : "no-cache");
  }

  private void webjar(Context ctx) {
    String path = ctx.pathParam("path");
    if (!SAFE.matcher(path).matches()) {
      throw new NotFoundResponse("No such file.");
    }
    File file = webjars.get(path);
    if (file == null) {
      file = readWebjar(path).orElseThrow(() -> new NotFoundResponse("No such file."));
      webjars.put(path, file);
    }
    send(ctx, file, FOR_EVER);
  }

  /** Whether what follows is sent gzipped; says so in the header, and leaves Javalin out of it. */
  public static boolean gzips(Context ctx) {
    String accepted = ctx.header("Accept-Encoding");
    ctx.disableCompression();
    if (accepted == null || !accepted.contains("gzip")) {
      return false;
    }
    ctx.header("Content-Encoding", "gzip");
    return true;
  }

  private static void send(Context ctx, File file, String caching) {
    ctx.contentType(file.type());
    boolean smaller = file.gzip().length < file.bytes().length;
    boolean gzip = smaller && gzips(ctx);
    sendTagged(ctx, file.hash(), caching, gzip ? file.gzip() : file.bytes());
  }

  private Optional<File> file(String path) {
    Path place = directory.resolve(path);
    if (!SAFE.matcher(path).matches() || !Files.isRegularFile(place)) {
      return Optional.empty();
    }
    try {
      FileTime modified = Files.getLastModifiedTime(place);
      File known = files.get(path);
      if (known == null || !known.modified().equals(modified)) {
        known = read(path, uncommented(path, Files.readAllBytes(place)), modified);
        files.put(path, known);
      }
      return Optional.of(known);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Comments on lines of their own stay with the authors: a fifth of what a page would fetch. */
  private static byte[] uncommented(String path, byte[] bytes) {
    if (!path.endsWith(".js") && !path.endsWith(".css")) {
      return bytes;
    }
    return COMMENT
        .matcher(new String(bytes, StandardCharsets.UTF_8))
        .replaceAll(comment -> "\n".repeat((int) comment.group().lines().count() - 1))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<File> readWebjar(String path) {
    String resource = "/META-INF/resources/webjars/" + path;
    if (path.indexOf('.', path.lastIndexOf('/')) < 0) {
      return Optional.empty();
    }
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(read(path, in.readAllBytes(), FileTime.fromMillis(0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static File read(String path, byte[] bytes, FileTime modified) {
    String type =
        TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
    return new File(bytes, gzip(bytes), hash(bytes), type, modified);
  }

  private static IllegalStateException missing(String path) {
    return new IllegalStateException("static/" + path + " is missing");
  }
}
