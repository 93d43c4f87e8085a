package descent.content;

import static java.util.stream.Collectors.toSet;

import descent.content.Course.Entry;
import descent.content.Course.Part;
import descent.content.Course.Reference;
import descent.content.Course.Row;
import descent.content.Course.State;
import descent.content.IndexFile.Group;
import descent.content.LessonFile.Unreadable;
import descent.content.directive.Directives;
import descent.content.directive.Work;
import descent.content.markdown.Glossary;
import descent.content.markdown.Surroundings;
import descent.content.markdown.Surroundings.Target;
import descent.content.source.Mistake;
import descent.content.source.Quantity;
import descent.content.source.Scope;
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

/**
 * Reads the folders of a course: their indices, glossaries, references and every lesson. Lessons
 * are numbered on from folder to folder. Used once.
 */
final class CourseReader {

  private final List<CourseFolder> folders;
  private final Directives directives;
  private final List<Quantity> quantities;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Map<String, LessonReader> readers = new LinkedHashMap<>();
  private final TreeMap<String, List<Mistake>> refused = new TreeMap<>();

  CourseReader(List<Path> roots, Directives directives, List<Quantity> quantities) {
    this.folders = roots.stream().map(CourseFolder::new).toList();
    this.directives = directives;
    this.quantities = quantities;
  }

  Course read() {
    var indices = new ArrayList<IndexFile>();
    int last = 0;
    GlossaryFile glossary = GlossaryFile.NONE;
    var references = new LinkedHashMap<String, Work>();
    for (CourseFolder folder : folders) {
      open(folder, last);
      var index = IndexFile.read(folder.source("course.yml"), folder.title(), last, numbers());
      indices.add(index);
      last = index.last();
      glossary = glossary.and(folder.source("glossary.yml"));
      ReferencesFile.read(folder.source("references.yml"), references);
    }
    List<Group> groups = indices.stream().flatMap(index -> index.groups().stream()).toList();
    Map<String, String> titles = titles(groups);
    Surroundings surroundings = surroundings(titles);
    know(surroundings);
    List<Lesson> lessons =
        lessons(new Neighbours(directives, titles, glossary.glossary(), references, quantities));
    List<Row> talk = talk(surroundings, lessons);
    return new Course(
        indices.get(0).title(),
        indices.get(0).standfirst().inline().render(),
        parts(groups, lessons),
        lessons,
        refused,
        glossary.terms(),
        works(references, folders.get(0).reading("references.yml")),
        talk,
        List.copyOf(new TreeSet<>(mistakes)));
  }

  /** From here on the prose of the folders' own files can be set. */
  private void know(Surroundings surroundings) {
    folders.stream()
        .flatMap(folder -> folder.readings().stream())
        .peek(file -> file.know(surroundings, Map.of(), block -> Map.of()))
        .forEach(file -> mistakes.addAll(file.mistakes()));
  }

  private static List<Reference> works(Map<String, Work> references, Reading file) {
    return references.entrySet().stream()
        .sorted(Comparator.comparing(work -> work.getValue().surname() + work.getValue().line()))
        .map(
            work ->
                new Reference(
                    work.getKey(), file.prose(work.getValue().line(), 1).inline().render()))
        .toList();
  }

  private void open(CourseFolder folder, int before) {
    try {
      folder.lessons().forEach(lesson -> open(folder, lesson, before));
    } catch (Unreadable e) {
      mistakes.add(e.mistake());
    }
  }

  private void open(CourseFolder course, Path folder, int before) {
    String name = course.name(LessonFile.fileName(folder) + "/index.md");
    try {
      LessonFile file = LessonFile.read(folder, name, before);
      LessonReader earlier = readers.putIfAbsent(file.slug(), new LessonReader(file));
      if (earlier != null) {
        String message = "the lesson '" + file.slug() + "' is already in " + earlier.file().name();
        mistakes.add(Mistake.error(name, 1, message));
      }
    } catch (Unreadable e) {
      mistakes.add(e.mistake());
      LessonFile.slug(LessonFile.fileName(folder))
          .ifPresent(slug -> refused.put(slug, List.of(e.mistake())));
    }
  }

  private Map<String, Integer> numbers() {
    var numbers = new HashMap<String, Integer>();
    readers.forEach((slug, reader) -> numbers.put(slug, reader.file().number()));
    return numbers;
  }

  /** Of all lessons, in order: those of the index, then the others that have a folder. */
  private Map<String, String> titles(List<Group> groups) {
    var titles = new LinkedHashMap<String, String>();
    groups.stream()
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

  /** Read side by side: most of the time goes to the numbers that their prose asks for. */
  private List<Lesson> lessons(Neighbours neighbours) {
    List<Lesson> lessons =
        readers.values().parallelStream()
            .flatMap(reader -> reader.read(neighbours).stream())
            .sorted(Comparator.comparingInt(Lesson::number))
            .toList();
    var read = lessons.stream().map(Lesson::slug).collect(toSet());
    readers.forEach(
        (slug, reader) -> {
          if (!read.contains(slug)) {
            refused.put(slug, reader.mistakes());
          }
          mistakes.addAll(reader.mistakes());
        });
    return lessons;
  }

  private List<Row> talk(Surroundings surroundings, List<Lesson> lessons) {
    var rows = new ArrayList<Row>();
    for (CourseFolder folder : folders) {
      TalkFile file = TalkFile.read(folder.source("talk.yml"));
      Reading reading = folder.reading("talk.yml");
      reading.know(surroundings, Map.of(), block -> Map.of());
      rows.addAll(file.rows(lessons));
      mistakes.addAll(reading.mistakes());
    }
    return rows;
  }

  private List<Part> parts(List<Group> groups, List<Lesson> lessons) {
    var ready = new TreeSet<>(lessons.stream().map(Lesson::slug).toList());
    var others = new TreeSet<>(ready);
    others.addAll(refused.keySet());
    var parts = new ArrayList<Part>();
    for (Group group : groups) {
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
}
