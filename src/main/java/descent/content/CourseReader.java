package descent.content;

import descent.content.Course.Entry;
import descent.content.Course.Part;
import descent.content.Course.Reference;
import descent.content.Course.Row;
import descent.content.Course.State;
import descent.content.LessonFile.Unreadable;
import descent.content.directive.Directives;
import descent.content.markdown.Glossary;
import descent.content.markdown.Surroundings;
import descent.content.markdown.Surroundings.Target;
import descent.content.source.Mistake;
import descent.content.source.Quantity;
import descent.content.source.Scope;
import descent.content.source.Source;
import descent.content.source.Yaml;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads a course's folder: its index, its glossary, its references and every lesson. Used once. */
final class CourseReader {

  private final Path root;
  private final Directives directives;
  private final List<Quantity> quantities;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Map<String, LessonReader> readers = new LinkedHashMap<>();
  private final TreeMap<String, List<Mistake>> refused = new TreeMap<>();

  CourseReader(Path root, Directives directives, List<Quantity> quantities) {
    this.root = root;
    this.directives = directives;
    this.quantities = quantities;
  }

  Course read() {
    folders().forEach(this::open);
    Reading indexReading = new Reading(name("course.yml"), "");
    Reading glossaryReading = new Reading(name("glossary.yml"), "");
    Reading referencesReading = new Reading(name("references.yml"), "");
    IndexFile index =
        IndexFile.read(
            source("course.yml", indexReading),
            LessonFile.fileName(root.toAbsolutePath()),
            numbers());
    GlossaryFile glossary = GlossaryFile.read(source("glossary.yml", glossaryReading));
    Map<String, String> references =
        ReferencesFile.read(source("references.yml", referencesReading));
    Map<String, String> titles = titles(index);
    Stream.of(indexReading, glossaryReading, referencesReading)
        .peek(file -> file.know(surroundings(titles), Map.of(), block -> Map.of()))
        .forEach(file -> mistakes.addAll(file.mistakes()));
    List<Lesson> lessons =
        lessons(new Neighbours(directives, titles, glossary.glossary(), references, quantities));
    List<Row> talk = talk(titles, lessons);
    return new Course(
        index.title(),
        index.standfirst().inline().render(),
        parts(index, lessons),
        lessons,
        refused,
        glossary.terms(),
        works(references, referencesReading),
        talk,
        List.copyOf(new TreeSet<>(mistakes)));
  }

  private static List<Reference> works(Map<String, String> references, Reading file) {
    return references.entrySet().stream()
        .sorted(Comparator.comparing(work -> surname(work.getValue()) + work.getValue()))
        .map(work -> new Reference(work.getKey(), file.prose(work.getValue(), 1).inline().render()))
        .toList();
  }

  /** Of the first author: "C. F. Van Loan and others, …" gives "Loan". */
  private static String surname(String work) {
    String first = work.split(",| and ", 2)[0];
    return first.substring(first.lastIndexOf(' ') + 1);
  }

  private List<Path> folders() {
    try (Stream<Path> entries = Files.list(root)) {
      return entries
          .filter(entry -> Files.exists(entry.resolve("index.md")))
          .sorted(Comparator.comparing(LessonFile::fileName))
          .toList();
    } catch (IOException e) {
      mistakes.add(Mistake.error(name(""), 1, "the folder of the course cannot be read"));
      return List.of();
    }
  }

  private void open(Path folder) {
    String name = name(LessonFile.fileName(folder) + "/index.md");
    try {
      LessonFile file = LessonFile.read(folder, name);
      LessonReader before = readers.putIfAbsent(file.slug(), new LessonReader(file));
      if (before != null) {
        String message = "the lesson '" + file.slug() + "' is already in " + before.file().name();
        mistakes.add(Mistake.error(name, 1, message));
      }
    } catch (Unreadable e) {
      mistakes.add(e.mistake());
      LessonFile.slug(LessonFile.fileName(folder))
          .ifPresent(slug -> refused.put(slug, List.of(e.mistake())));
    }
  }

  /** A file of the whole course; empty where it does not exist. */
  private Source source(String file, Reading reading) {
    Path path = root.resolve(file);
    try {
      String text = Files.exists(path) ? LessonFile.text(path, name(file)) : "";
      return Yaml.read(reading, 1, 1, text);
    } catch (Unreadable e) {
      reading.report(e.mistake());
      return Yaml.read(reading, 1, 1, "");
    }
  }

  private Map<String, Integer> numbers() {
    var numbers = new HashMap<String, Integer>();
    readers.forEach((slug, reader) -> numbers.put(slug, reader.file().number()));
    return numbers;
  }

  /** Of all lessons, in order: those of the index, then the others that have a folder. */
  private Map<String, String> titles(IndexFile index) {
    var titles = new LinkedHashMap<String, String>();
    index.groups().stream()
        .flatMap(group -> group.lines().stream())
        .forEach(line -> titles.put(line.slug(), line.title()));
    readers.forEach((slug, reader) -> titles.put(slug, reader.title()));
    refused.keySet().forEach(slug -> titles.putIfAbsent(slug, slug));
    return titles;
  }

  /** For the files of the whole course, which may name lessons but no figures. */
  private Surroundings surroundings(Map<String, String> titles) {
    var everywhere = new HashMap<String, Quantity>();
    quantities.forEach(quantity -> everywhere.put(quantity.name(), quantity));
    var targets = new HashMap<String, Target>();
    titles.forEach(
        (slug, title) -> targets.put("lesson:" + slug, new Target("/lessons/" + slug, title)));
    return new Surroundings(
        0,
        new Scope(everywhere),
        targets,
        new Glossary(Map.of()),
        address -> Optional.of(address).filter(a -> a.matches("(https?://|mailto:|/).*")));
  }

  private List<Lesson> lessons(Neighbours neighbours) {
    var lessons = new ArrayList<Lesson>();
    readers.forEach(
        (slug, reader) -> {
          Optional<Lesson> lesson = reader.read(neighbours);
          lesson.ifPresentOrElse(lessons::add, () -> refused.put(slug, reader.mistakes()));
          mistakes.addAll(reader.mistakes());
        });
    lessons.sort(Comparator.comparingInt(Lesson::number));
    return lessons;
  }

  private List<Row> talk(Map<String, String> titles, List<Lesson> lessons) {
    Reading reading = new Reading(name("talk.yml"), "");
    TalkFile file = TalkFile.read(source("talk.yml", reading));
    reading.know(surroundings(titles), Map.of(), block -> Map.of());
    List<Row> rows = file.rows(lessons);
    mistakes.addAll(reading.mistakes());
    return rows;
  }

  private List<Part> parts(IndexFile index, List<Lesson> lessons) {
    var ready = new TreeSet<>(lessons.stream().map(Lesson::slug).toList());
    var others = new TreeSet<>(ready);
    others.addAll(refused.keySet());
    var parts = new ArrayList<Part>();
    for (IndexFile.Group group : index.groups()) {
      group.lines().forEach(line -> others.remove(line.slug()));
      parts.add(
          new Part(
              group.title(),
              group.lines().stream()
                  .map(line -> entry(line.number(), line.slug(), line.title(), ready))
                  .toList()));
    }
    if (!others.isEmpty()) {
      parts.add(
          new Part(
              parts.isEmpty() ? "Lessons" : "Further lessons",
              others.stream()
                  .map(slug -> entry(numbers().getOrDefault(slug, 0), slug, slug, ready))
                  .sorted(Comparator.comparingInt(Entry::number))
                  .toList()));
    }
    return parts;
  }

  private Entry entry(int number, String slug, String planned, TreeSet<String> ready) {
    LessonReader reader = readers.get(slug);
    String title = reader == null ? planned : reader.title();
    State state =
        ready.contains(slug)
            ? State.READY
            : refused.containsKey(slug) ? State.REFUSED : State.PLANNED;
    return new Entry(number, slug, title, state);
  }

  private String name(String file) {
    boolean isOnDisk = root.getFileSystem() == FileSystems.getDefault();
    String folder = isOnDisk ? root.toString() : LessonFile.fileName(root);
    return folder.isEmpty() ? file : folder + "/" + file;
  }
}
