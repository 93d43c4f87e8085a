package descent.content;

import descent.content.markdown.Surroundings;
import descent.content.markdown.Typesetting;
import descent.content.source.Mistake;
import descent.content.source.Place;
import descent.content.source.Prose;
import descent.content.source.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One file while it is read: it gathers the prose and the mistakes found in it. What the prose may
 * refer to is known only when all of the file was read; from then on nothing changes any more.
 */
final class Reading implements Place {

  private static final int MOST_MISTAKES = 200;

  private final String file;
  private final String lesson;
  private final Path folder;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<Prose> proses = new ArrayList<>();
  private volatile Optional<Known> known = Optional.empty();

  /**
   * What prose may refer to.
   *
   * @param scopes by the id of the block around the prose
   */
  private record Known(Surroundings surroundings, Map<String, Scope> scopes) {
    Surroundings around(String block) {
      Scope scope = scopes.get(block);
      return scope == null ? surroundings : surroundings.with(scope);
    }
  }

  /** Sets the prose of one block. */
  private record Typesetter(Reading reading, String block, Map<String, Double> variables)
      implements Prose.Typesetter {
    @Override
    public String inline(Prose prose) {
      return typesetting(prose).inline(prose.markdown());
    }

    @Override
    public String blocks(Prose prose) {
      return typesetting(prose).blocks(prose.markdown());
    }

    @Override
    public String text(Prose prose) {
      return typesetting(prose).text(prose.markdown());
    }

    @Override
    public Typesetter with(Map<String, Double> others) {
      return new Typesetter(reading, block, others);
    }

    private Typesetting typesetting(Prose prose) {
      Surroundings around = reading.around(block);
      Surroundings set = variables.isEmpty() ? around : around.with(around.scope().with(variables));
      return Typesetting.ofProse(set, prose.file(), prose.line());
    }
  }

  /** The same file inside of one block, whose own quantities need no name in front. */
  private record BlockPlace(Reading reading, String block) implements Place {
    @Override
    public String file() {
      return reading.file;
    }

    @Override
    public String lesson() {
      return reading.lesson;
    }

    @Override
    public Path folder() {
      return reading.folder;
    }

    @Override
    public Prose prose(String markdown, int line) {
      return reading.prose(block, markdown, line);
    }

    @Override
    public Scope scope() {
      return reading.around(block).scope();
    }

    @Override
    public void report(Mistake mistake) {
      reading.report(mistake);
    }
  }

  Reading(String file, String lesson, Path folder) {
    this.file = file;
    this.lesson = lesson;
    this.folder = folder;
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public String lesson() {
    return lesson;
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public Prose prose(String markdown, int line) {
    return prose("", markdown, line);
  }

  @Override
  public Scope scope() {
    return around("").scope();
  }

  @Override
  public void report(Mistake mistake) {
    if (mistakes.size() < MOST_MISTAKES) {
      mistakes.add(mistake);
    }
  }

  void error(int line, String message) {
    report(Mistake.error(file, line, message));
  }

  Place inside(String block) {
    return new BlockPlace(this, block);
  }

  /**
   * From here on prose can be set; all that stands in a known scope is set once, as a check.
   *
   * @param variables that only the prose of a block may name, by the block's id
   */
  void know(
      Surroundings surroundings,
      Map<String, Scope> scopes,
      Function<String, Map<String, Double>> variables) {
    known = Optional.of(new Known(surroundings, Map.copyOf(scopes)));
    for (Prose prose : proses) {
      Typesetter typesetter = (Typesetter) prose.typesetter();
      if (!typesetter.block().isEmpty() && !scopes.containsKey(typesetter.block())) {
        continue;
      }
      Typesetting typesetting =
          typesetter.with(variables.apply(typesetter.block())).typesetting(prose);
      typesetting.blocks(prose.markdown());
      typesetting.mistakes().forEach(this::report);
    }
  }

  /** Without repetitions, in order. */
  List<Mistake> mistakes() {
    return List.copyOf(new TreeSet<>(mistakes));
  }

  boolean hasErrors() {
    return mistakes.stream().anyMatch(Mistake::isError);
  }

  private Prose prose(String block, String markdown, int line) {
    Prose prose = new Prose(markdown, file, line, new Typesetter(this, block, Map.of()));
    proses.add(prose);
    return prose;
  }

  private Surroundings around(String block) {
    return known
        .orElseThrow(() -> new IllegalStateException("prose is set only after the lesson is read"))
        .around(block);
  }
}
