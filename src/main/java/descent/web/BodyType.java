package descent.web;

import io.javalin.http.Context;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Refuses bodies that nothing here can read: those in parts, or in another encoding than UTF-8. */
final class BodyType {
  private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]*)");

  private BodyType() {}

  static void check(Context ctx) {
    String type =
        Optional.ofNullable(ctx.header("Content-Type")).orElse("").toLowerCase(Locale.ROOT);
    if (type.startsWith("multipart/") || !isReadable(type)) {
      throw new UnsupportedMediaTypeResponse(
          "Send JSON or a form as application/x-www-form-urlencoded, in UTF-8.");
    }
  }

  private static boolean isReadable(String type) {
    return CHARSET.matcher(type).results().map(found -> found.group(1)).allMatch(BodyType::isUtf8);
  }

  private static boolean isUtf8(String name) {
    return name.equals("utf-8") || name.equals("utf8") || name.equals("us-ascii");
  }
}
