package descent.content;

import descent.content.LessonFile.Unreadable;
import descent.content.source.Mistake;
import descent.content.source.Source;
import descent.content.source.Yaml;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One folder of a course: folders of lessons, and the files beside them, each read once. */
final class CourseFolder {
  private final Path root;
  private final Map<String, Reading> readings = new LinkedHashMap<>();

  CourseFolder(Path root) {
    this.root = root;
  }

  /** What this folder is called where it has no title. */
  String title() {
    return LessonFile.fileName(root.toAbsolutePath());
  }

  /** The folders of lessons in their order. */
  List<Path> lessons() throws Unreadable {
    try (Stream<Path> entries = Files.list(root)) {
      return entries
          .filter(entry -> Files.exists(entry.resolve("index.md")))
          .sorted(Comparator.comparing(LessonFile::fileName))
          .toList();
    } catch (IOException e) {
      String message = "the folder of the course cannot be read";
      throw new Unreadable(Mistake.error(name(""), 1, message));
    }
  }

  /** A file of the whole course; empty where it does not exist. */
  Source source(String file) {
    Reading reading = reading(file);
    Path path = root.resolve(file);
    try {
      String text = Files.exists(path) ? LessonFile.text(path, name(file)) : "";
      return Yaml.read(reading, 1, 1, text);
    } catch (Unreadable e) {
      reading.report(e.mistake());
      return Yaml.read(reading, 1, 1, "");
    }
  }

  /** Where the prose and the mistakes of a file are gathered. */
  Reading reading(String file) {
    return readings.computeIfAbsent(file, known -> new Reading(name(file), "", root));
  }

  Collection<Reading> readings() {
    return readings.values();
  }

  /** A file's name as the author knows it. */
  String name(String file) {
    boolean isOnDisk = root.getFileSystem() == FileSystems.getDefault();
    String folder = isOnDisk ? root.toString() : LessonFile.fileName(root);
    return folder.isEmpty() ? file : folder + "/" + file;
  }
}
