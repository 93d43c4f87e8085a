package descent;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Who may import whom: the ladder of CONTRIBUTING.md, rung by rung. */
class LadderTest {
  /** Each room with the rooms that it may import. The root package builds everything. */
  private static final Map<String, Set<String>> LADDER =
      Map.ofEntries(
          entry("expr", Set.of()),
          entry("words", Set.of()),
          entry("store", Set.of()),
          entry("linalg", Set.of()),
          entry("objective", Set.of("expr", "linalg")),
          entry("model", Set.of("objective", "linalg")),
          entry("optimizer", Set.of("expr", "objective", "linalg")),
          entry("curvature", Set.of("objective", "model", "linalg")),
          entry("device", Set.of("expr", "objective", "model", "linalg")),
          entry(
              "run",
              Set.of("expr", "linalg", "objective", "model", "optimizer", "curvature", "device")),
          entry(
              "verify",
              Set.of("expr", "linalg", "objective", "model", "optimizer", "curvature", "device")),
          entry("plot", Set.of("run", "objective", "expr")),
          entry(
              "bench",
              Set.of(
                  "web",
                  "classroom",
                  "content",
                  "store",
                  "run",
                  "expr",
                  "linalg",
                  "objective",
                  "model",
                  "optimizer",
                  "curvature",
                  "device")),
          entry(
              "content",
              Set.of(
                  "words",
                  "plot",
                  "run",
                  "expr",
                  "linalg",
                  "objective",
                  "model",
                  "optimizer",
                  "curvature",
                  "device")),
          entry("classroom", Set.of("words", "content", "store")),
          entry(
              "web",
              Set.of(
                  "words",
                  "content",
                  "classroom",
                  "plot",
                  "run",
                  "expr",
                  "objective",
                  "optimizer")));

  /** Library packages, each with the rooms that it is fenced to; "" is the root package. */
  private static final Map<String, Set<String>> FENCES =
      Map.ofEntries(
          entry("org.objectweb.asm", Set.of("expr")),
          entry("java.sql", Set.of("store")),
          entry("javax.sql", Set.of("store")),
          entry("org.jdbi", Set.of("store")),
          entry("org.flywaydb", Set.of("store")),
          entry("com.zaxxer", Set.of("store")),
          entry("org.ejml", Set.of("linalg")),
          entry("org.bytedeco", Set.of("linalg")),
          entry("org.lwjgl", Set.of("device")),
          entry("org.commonmark", Set.of("content")),
          entry("org.snakeyaml", Set.of("content", "words")),
          entry("org.apache.lucene", Set.of("content")),
          entry("org.jsoup", Set.of("content")),
          entry("j2html", Set.of("content", "web")),
          entry("io.javalin", Set.of("web")),
          entry("org.eclipse.jetty", Set.of("web")),
          entry("jakarta.servlet", Set.of("web")),
          entry("picocli", Set.of("")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(LadderTest::isMain).importPackages("descent");

  @Test
  void everyRoomStandsOnTheLadder() {
    var rooms = new TreeSet<String>();
    CLASSES.forEach(type -> room(type).ifPresent(rooms::add));
    rooms.remove("");
    assertThat(LADDER.keySet()).as("rooms that LadderTest knows").containsAll(rooms);
  }

  @Test
  void aRoomImportsOnlyWhatItsRungAllows() {
    assertThat(offences(LadderTest::climbs)).isEmpty();
  }

  @Test
  void aLibraryStaysInItsRooms() {
    assertThat(offences(LadderTest::leavesItsFence)).isEmpty();
  }

  @Test
  void packagesAreFreeOfCycles() {
    SlicesRuleDefinition.slices()
        .matching("descent.(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  private static List<String> offences(Predicate<Dependency> wrong) {
    return CLASSES.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(wrong)
        .map(Dependency::getDescription)
        .sorted()
        .distinct()
        .toList();
  }

  private static boolean climbs(Dependency dependency) {
    String from = room(dependency.getOriginClass()).orElseThrow();
    Optional<String> to = room(dependency.getTargetClass());
    return !from.isEmpty()
        && to.isPresent()
        && !to.get().equals(from)
        && !LADDER.getOrDefault(from, Set.of()).contains(to.get());
  }

  private static boolean leavesItsFence(Dependency dependency) {
    String from = room(dependency.getOriginClass()).orElseThrow();
    String target = dependency.getTargetClass().getPackageName();
    return FENCES.entrySet().stream()
        .anyMatch(
            fence ->
                (target.equals(fence.getKey()) || target.startsWith(fence.getKey() + "."))
                    && !fence.getValue().contains(from));
  }

  private static boolean isMain(Location place) {
    String path = place.asURI().getPath();
    String source =
        path.substring(path.lastIndexOf("/descent/") + 1).replaceAll("(\\$.*)?.class$", ".java");
    return !Files.exists(Path.of("src/test/java", source));
  }

  /** The room of a class of ours: "" for the root package; empty for a foreign class. */
  private static Optional<String> room(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    if (name.equals("descent")) {
      return Optional.of("");
    }
    return name.startsWith("descent.")
        ? Optional.of(name.substring("descent.".length()).split("\\.")[0])
        : Optional.empty();
  }
}
