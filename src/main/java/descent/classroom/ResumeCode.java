package descent.classroom;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * What a learner keeps to continue on another device: 16 letters and digits, 80 random bits.
 *
 * <p>Written in groups of four without I, L, O and U; read in any case, with or without hyphens, O
 * as 0, I and L as 1. The server stores only its hash.
 */
public record ResumeCode(String letters) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;

  /** A new code. */
  public static ResumeCode random(SecureRandom random) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new ResumeCode(letters.toString());
  }

  /** The code that {@code text} writes, if it is one. */
  public static Optional<ResumeCode> read(String text) {
    if (text.length() > 4 * LENGTH) {
      return Optional.empty();
    }
    String letters =
        text.toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean valid =
        letters.length() == LENGTH && letters.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return valid ? Optional.of(new ResumeCode(letters)) : Optional.empty();
  }

  /** SHA-256 of the letters, in hexadecimal. */
  public String hash() {
    return Digest.of(letters);
  }

  /** As it is shown: four groups of four. */
  @Override
  public String toString() {
    return letters.replaceAll("(.{4})(?!$)", "$1-");
  }
}
