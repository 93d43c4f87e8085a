package descent.content;

import descent.content.LessonText.Placed;
import descent.content.directive.Block;
import descent.content.directive.Caption;
import descent.content.directive.Directive;
import descent.content.directive.Work;
import descent.content.markdown.Body;
import descent.content.markdown.Outline;
import descent.content.markdown.Outline.Anchor;
import descent.content.markdown.Outline.Fence;
import descent.content.markdown.Surroundings;
import descent.content.markdown.Surroundings.Target;
import descent.content.source.Mistake;
import descent.content.source.Prose;
import descent.content.source.Quantity;
import descent.content.source.Scope;
import descent.content.source.Source;
import descent.content.source.Yaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;

/**
 * Reads one lesson: first its front matter; then, when all lessons are known, its blocks; then,
 * when all blocks are known, its text. Used once.
 */
final class LessonReader {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*(-[a-z0-9_]+)*");
  private static final Pattern RESERVED = Pattern.compile("main|refs|course|[fr][0-9]+");
  private static final Pattern NOTE = Pattern.compile("\\[\\^([^\\]\\s]{1,60})](:?)");

  private final LessonFile file;
  private final Reading reading;
  private final FrontMatter front;
  private final Map<FencedCodeBlock, Block> blocks = new LinkedHashMap<>();
  private final List<Placed> placed = new ArrayList<>();
  private final Set<String> cites = new HashSet<>();
  private final List<String> broken = new ArrayList<>();
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Target> targets = new HashMap<>();

  LessonReader(LessonFile file) {
    this.file = file;
    this.reading = new Reading(file.name(), file.slug(), file.folder());
    this.front = FrontMatter.read(file, reading);
  }

  LessonFile file() {
    return file;
  }

  /** The title; the slug where it is missing. */
  String title() {
    return front.title().isEmpty() ? file.slug() : front.title();
  }

  List<Mistake> mistakes() {
    return reading.mistakes();
  }

  /** The lesson; empty if it has errors. */
  Optional<Lesson> read(Neighbours neighbours) {
    Outline outline = Outline.of(withReferences(neighbours.references()));
    if (outline.isTooDeep()) {
      reading.error(1, "lists and quotes are nested too deep");
      return Optional.empty();
    }
    checkFront(outline, neighbours);
    nameAnchors(outline, neighbours);
    outline.fences().forEach(fence -> readBlock(fence, neighbours));
    Surroundings surroundings = surroundings(neighbours);
    reading.know(surroundings, scopes(neighbours), this::variables);
    Body.Result body = Body.of(outline, surroundings, file.name(), this::place);
    body.mistakes().stream().filter(this::isOwn).forEach(reading::report);
    blocks.values().forEach(block -> CaptionCheck.of(block).forEach(reading::report));
    return reading.hasErrors() ? Optional.empty() : Optional.of(lesson(body));
  }

  /** Neither of an added reference nor a mere consequence of a block that could not be read. */
  private boolean isOwn(Mistake mistake) {
    return mistake.line() <= file.lineCount()
        && broken.stream().noneMatch(id -> mistake.message().contains("'" + id + "."));
  }

  /** Adds the notes that the text refers to and that only the course's references define. */
  private String withReferences(Map<String, Work> references) {
    var missing = new LinkedHashMap<String, String>();
    Matcher note = NOTE.matcher(file.markdown());
    while (note.find()) {
      Work work = references.get(note.group(1));
      if (work != null) {
        missing.putIfAbsent(note.group(1), work.line());
      }
    }
    cites.addAll(missing.keySet());
    note.reset();
    while (note.find()) {
      if (!note.group(2).isEmpty()) {
        missing.remove(note.group(1));
      }
    }
    var text = new StringBuilder(file.markdown());
    missing.forEach((label, words) -> text.append("\n\n[^" + label + "]: " + words));
    return text.toString();
  }

  private void checkFront(Outline outline, Neighbours neighbours) {
    for (String need : front.needs()) {
      if (!neighbours.titles().containsKey(need)) {
        reading.error(
            front.needsLine(),
            "needs: no lesson is called '"
                + need
                + "'; known: "
                + neighbours.titles().keySet().stream().sorted().toList());
      }
    }
    outline
        .title()
        .filter(title -> !title.text().equals(front.title()))
        .ifPresent(
            title ->
                reading.error(
                    title.line() + 1,
                    "the heading '%s' and the front matter's title '%s' must be the same"
                        .formatted(title.text(), front.title())));
  }

  private void nameAnchors(Outline outline, Neighbours neighbours) {
    for (Anchor anchor : outline.anchors()) {
      if (anchor.level() == 1) {
        if (!outline.title().equals(Optional.of(anchor))) {
          reading.error(anchor.line() + 1, "a lesson has one heading of level 1; write ##");
        }
      } else {
        claim(anchor.id(), anchor.line() + 1, "the heading '" + anchor.text() + "'");
      }
    }
    int number = 0;
    for (String name : outline.equations().keySet()) {
      String words = "(" + file.number() + "." + ++number + ")";
      targets.put("eq:" + name, new Target("#eq-" + name, words));
      claim("eq-" + name, outline.equations().get(name) + 1, "the formula");
    }
    outline
        .repeatedEquations()
        .forEach((line, name) -> reading.error(line + 1, "{#eq:" + name + "} is taken already"));
    neighbours
        .titles()
        .forEach(
            (slug, title) -> targets.put("lesson:" + slug, new Target("/lessons/" + slug, title)));
  }

  private void claim(String id, int line, String what) {
    Integer before = ids.putIfAbsent(id, line);
    if (before != null) {
      reading.error(
          line,
          what + " has the id '" + id + "', which is taken by line " + before + "; rename one");
    }
  }

  private void readBlock(Fence fence, Neighbours neighbours) {
    int line = fence.line() + 1;
    Optional<Directive> directive = neighbours.directives().named(fence.name());
    if (directive.isEmpty()) {
      String id = idOf(fence, line);
      broken.add(id);
      targets.put("fig:" + id, new Target("#" + id, fence.name()));
      reading.error(
          line,
          "the block {%s} is unknown; known: %s"
              .formatted(fence.name(), neighbours.directives().names()));
      return;
    }
    if (!fence.isClosed()) {
      reading.error(line, "the block {" + fence.name() + "} is not closed by ```");
      return;
    }
    if (!fence.rest().isEmpty()) {
      reading.error(line, "nothing may stand behind {" + fence.name() + "}: " + fence.rest());
    }
    readBlock(fence, directive.get().among(neighbours.references()), line);
  }

  private void readBlock(Fence fence, Directive directive, int line) {
    String written = idOf(fence, line);
    int count = counts.merge(fence.name(), 1, Integer::sum);
    String id = written.isEmpty() ? fence.name() + count : written;
    Source source = Yaml.read(reading.inside(id), line, line + 1, fence.yaml());
    Caption caption = caption(source, id, directive);
    claim(id, source.line("id"), "the block {" + fence.name() + "}");
    try {
      Block block = directive.parse(source, caption);
      if (!source.isBroken()) {
        source.close();
      }
      if (source.hasErrors()) {
        broken.add(id);
      } else {
        blocks.put(fence.node(), block);
      }
    } catch (RuntimeException e) {
      broken.add(id);
      reading.error(line, "the block {" + fence.name() + "} cannot be read: " + e.getMessage());
    }
  }

  /** The id must be known before the block is read: the block's prose is set in its scope. */
  private String idOf(Fence fence, int line) {
    var quiet = new Reading(file.name(), file.slug(), file.folder());
    return Yaml.read(quiet, line, line + 1, fence.yaml()).text("id", "");
  }

  private Caption caption(Source source, String id, Directive directive) {
    String written = source.text("id", id);
    if (!ID.matcher(written).matches()) {
      source.error(
          "id",
          "an id is lower-case words joined by hyphens, such as long-valley, not '" + id + "'");
    }
    if (RESERVED.matcher(written).matches()) {
      source.error("id", "the id '" + id + "' is kept for the page itself; choose another word");
    }
    String counted = directive.counted();
    String number = "";
    if (!counted.isEmpty()) {
      number = counted + " " + file.number() + "." + counts.merge(counted + " ", 1, Integer::sum);
      targets.put("fig:" + id, new Target("#" + id, number));
    }
    Prose alternative = source.prose("alt");
    if (counted.equals("Figure") && alternative.isEmpty() && !source.isBroken()) {
      source.error("alt", "'alt' is missing: say in one sentence what the figure shows");
    }
    if (alternative.markdown().contains("$")) {
      source.error("alt", "'alt' is read aloud and cannot hold formulas; write words");
    }
    return new Caption(id, number, source.prose("title"), source.prose("caption"), alternative);
  }

  private Surroundings surroundings(Neighbours neighbours) {
    Addresses addresses = new Addresses(file, neighbours.titles().keySet(), ids.keySet());
    return new Surroundings(
        file.number(),
        new Scope(everywhere(neighbours)),
        targets,
        neighbours.glossary(),
        addresses::of);
  }

  private Map<String, Quantity> everywhere(Neighbours neighbours) {
    var quantities = new HashMap<String, Quantity>();
    neighbours.quantities().forEach(quantity -> quantities.put(quantity.name(), quantity));
    for (Block block : blocks.values()) {
      for (Quantity quantity : block.quantities()) {
        quantities.put(block.caption().id() + "." + quantity.name(), quantity);
      }
    }
    return quantities;
  }

  private Map<String, Scope> scopes(Neighbours neighbours) {
    Map<String, Quantity> everywhere = everywhere(neighbours);
    var scopes = new HashMap<String, Scope>();
    for (Block block : blocks.values()) {
      var own = new HashMap<>(everywhere);
      block.quantities().forEach(quantity -> own.put(quantity.name(), quantity));
      scopes.put(block.caption().id(), new Scope(own));
    }
    return scopes;
  }

  /** Those of a block in its default state. */
  private Map<String, Double> variables(String id) {
    return blocks.values().stream()
        .filter(block -> block.caption().id().equals(id))
        .findFirst()
        .map(Block::variables)
        .orElse(Map.of());
  }

  private Optional<Body.Drawn> place(FencedCodeBlock fence) {
    Block block = blocks.get(fence);
    if (block == null) {
      return Optional.empty();
    }
    int line = fence.getSourceSpans().get(0).getLineIndex() + 1;
    placed.add(new Placed(block, file.name(), line));
    return Optional.of(new Body.Drawn(LessonText.place(placed.size() - 1), block.width()));
  }

  private Lesson lesson(Body.Result body) {
    return new Lesson(
        file.slug(),
        file.number(),
        front.title(),
        front.standfirst().inline().render(),
        front.objectives().stream().map(objective -> objective.inline().render()).toList(),
        front.needs(),
        front.minutes(),
        front.covers(),
        cites,
        body.parts().stream()
            .map(part -> new Section(part.number(), part.id(), part.title()))
            .toList(),
        new ArrayList<>(blocks.values()),
        new LessonText(body.html(), placed));
  }
}
