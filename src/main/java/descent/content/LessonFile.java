package descent.content;

import descent.content.source.Mistake;
import descent.content.source.TextFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lesson's file, split into front matter and markdown; both keep the lines of the file.
 *
 * @param name as the author knows it
 * @param frontMatter YAML, from line 2
 * @param markdown the whole file with the front matter blanked
 */
record LessonFile(
    String name, int number, String slug, String frontMatter, String markdown, Path folder) {

  private static final int MAX_BYTES = 200_000;
  private static final Pattern FOLDER = Pattern.compile("(\\d{1,3})-([a-z0-9]+(?:-[a-z0-9]+)*)");
  private static final Pattern FRONT =
      Pattern.compile("\\A---[ \\t]*\\R(.*?)^---[ \\t]*$", Pattern.DOTALL | Pattern.MULTILINE);

  /** Why a file cannot be read. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Mistake mistake;

    Unreadable(Mistake mistake) {
      super(mistake.toString());
      this.mistake = mistake;
    }

    Mistake mistake() {
      return mistake;
    }
  }

  /** The slug of a folder such as {@code 05-momentum}; empty if it is no lesson's name. */
  static Optional<String> slug(String folder) {
    Matcher matcher = FOLDER.matcher(folder);
    return matcher.matches() ? Optional.of(matcher.group(2)) : Optional.empty();
  }

  /**
   * Reads a lesson.
   *
   * @param before the number after which the folders of its course are counted
   */
  static LessonFile read(Path folder, String name, int before) throws Unreadable {
    Matcher matcher = FOLDER.matcher(fileName(folder));
    if (!matcher.matches()) {
      String message = "a lesson's folder is a number and a name, such as 05-momentum";
      throw new Unreadable(Mistake.error(name, 1, message));
    }
    String text = text(folder.resolve("index.md"), name);
    int number = before + Integer.parseInt(matcher.group(1));
    Matcher front = FRONT.matcher(text);
    if (!front.find()) {
      String message = "the file must begin with front matter: --- , title: … , ---";
      throw new Unreadable(Mistake.error(name, 1, message));
    }
    String blanked = front.group().replaceAll("[^\\r\\n]", "");
    String markdown = blanked + text.substring(front.end());
    return new LessonFile(name, number, matcher.group(2), front.group(1), markdown, folder);
  }

  /** The text of a file, which must be UTF-8 and of a bounded size. */
  static String text(Path file, String name) throws Unreadable {
    try {
      return TextFile.read(file, MAX_BYTES);
    } catch (IllegalArgumentException e) {
      throw new Unreadable(Mistake.error(name, 1, String.valueOf(e.getMessage())));
    }
  }

  static String fileName(Path path) {
    return path.getFileName() == null ? "" : path.getFileName().toString().replace("/", "");
  }

  int lineCount() {
    return (int) markdown.lines().count();
  }
}
