package descent.content;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the links of a lesson lead: to the web, into the lesson, to another lesson by its file, or
 * to a file in the lesson's folder.
 */
record Addresses(LessonFile file, Set<String> slugs, Set<String> ids) {

  private static final Pattern WEB = Pattern.compile("(?i)(https?://|mailto:).+");
  private static final Pattern SITE = Pattern.compile("/(?!/).*");
  private static final Pattern LESSON =
      Pattern.compile("\\.\\./\\d+-([a-z0-9-]+)/(?:index\\.md)?(#.*)?");
  private static final Pattern FILE =
      Pattern.compile("[A-Za-z0-9_][\\w-]*(?:\\.[\\w-]+)*\\.(svg|png|jpg|csv|txt|pdf)");

  /** The address on the site; empty if nothing is there. */
  Optional<String> of(String destination) {
    if (destination.startsWith("#")) {
      return Optional.of(destination).filter(fragment -> ids.contains(fragment.substring(1)));
    }
    Matcher lesson = LESSON.matcher(destination);
    if (lesson.matches()) {
      String fragment = lesson.group(2) == null ? "" : lesson.group(2);
      return Optional.of("/lessons/" + lesson.group(1) + fragment)
          .filter(address -> slugs.contains(lesson.group(1)));
    }
    if (WEB.matcher(destination).matches() || SITE.matcher(destination).matches()) {
      return Optional.of(destination);
    }
    return Optional.of("/lessons/" + file.slug() + "/" + destination)
        .filter(address -> FILE.matcher(destination.toLowerCase(Locale.ROOT)).matches())
        .filter(address -> exists(destination));
  }

  private boolean exists(String name) {
    try {
      return Files.isRegularFile(file.folder().resolve(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
