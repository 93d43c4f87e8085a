package descent.content.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads text from files of a bounded size. */
public final class TextFile {
  private static final int MOST_BESIDE = 2_000_000;
  private static final String NAME = "[A-Za-z0-9][\\w-]*(\\.[\\w-]+)*";

  private TextFile() {}

  /**
   * The text of {@code file} without a byte order mark.
   *
   * @throws IllegalArgumentException if it cannot be read, is no UTF-8 or has more than {@code
   *     most} bytes
   */
  public static String read(Path file, int most) {
    try (InputStream in = Files.newInputStream(file)) {
      long size = Files.size(file);
      byte[] bytes = in.readNBytes(size > most ? 0 : most + 1);
      if (Math.max(size, bytes.length) > most) {
        String message = "the file has %,d bytes; at most %,d are read";
        throw new IllegalArgumentException(message.formatted(Math.max(size, bytes.length), most));
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("the file is not UTF-8 text", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("the file cannot be read", e);
    }
  }

  /**
   * The text of the file {@code name} that lies in {@code folder} itself.
   *
   * @param ending of its name, such as {@code .csv}
   * @throws IllegalArgumentException if it does not, saying what does
   */
  static String beside(Path folder, String name, String ending) {
    if (!name.endsWith(ending) || !name.matches(NAME)) {
      throw new IllegalArgumentException(
          "'%s' should be the mere name of a file in the lesson's own folder, such as flowers%s"
              .formatted(name, ending));
    }
    Path file = folder.resolve(name);
    if (Files.isSymbolicLink(file)) {
      throw new IllegalArgumentException(
          name + " is a link; the file itself in the lesson's folder would be right");
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IllegalArgumentException(
          "no file %s in the lesson's folder; there are: [%s]"
              .formatted(name, ending(folder, ending)));
    }
    try {
      return read(file, MOST_BESIDE);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private static String ending(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(ending))
          .sorted()
          .limit(20)
          .collect(Collectors.joining(", "));
    } catch (IOException e) {
      return "";
    }
  }
}
