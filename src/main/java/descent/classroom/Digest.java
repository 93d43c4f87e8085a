package descent.classroom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, in hexadecimal. */
final class Digest {
  private static final int NAME = 16;

  private Digest() {}

  /** All 64 digits of a text's digest. */
  static String of(String text) {
    return HexFormat.of().formatHex(bytes(text));
  }

  /** 32 digits that name this sequence of texts. */
  static String name(String... texts) {
    return HexFormat.of().formatHex(bytes(String.join("\0", texts)), 0, NAME);
  }

  private static byte[] bytes(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
