package descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import descent.curvature.Kronecker;
import descent.expr.Precision;
import descent.linalg.DenseAlgebra.Cholesky;
import descent.linalg.EjmlAlgebra;
import descent.linalg.Matrix;
import descent.objective.Formula;
import descent.objective.Taylor;
import descent.run.Catalog;
import descent.run.Queries;
import descent.run.RunService;
import descent.run.RunSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The programs of the lessons: what each says that it prints is what it prints, and what our engine
 * computes.
 */
class SketchTest {
  private static final Pattern CODE = Pattern.compile("(?ms)^```(java|jax|pytorch)\n(.*?)^```$");
  private static final Pattern PRINTED = Pattern.compile("(?m)print.*?\\s*(?:#|//) (.*)$");

  @TempDir Path folder;

  /** One program, with the lesson that it stands in. */
  record Sketch(String lesson, String language, String text) {

    /** The lines that it says it prints; on one line of it they are divided by commas. */
    List<String> printed() {
      return PRINTED
          .matcher(text)
          .results()
          .flatMap(line -> Arrays.stream(line.group(1).split(", ")))
          .toList();
    }

    boolean isJava() {
      return language.equals("java");
    }

    @Override
    public String toString() {
      return lesson + " in " + language;
    }
  }

  static List<Sketch> sketches() throws IOException {
    var sketches = new ArrayList<Sketch>();
    try (Stream<Path> lessons = Files.list(Path.of("content")).filter(Files::isDirectory)) {
      for (Path lesson : lessons.sorted().toList()) {
        Matcher codes = CODE.matcher(Files.readString(lesson.resolve("index.md")));
        String slug = lesson.getFileName().toString().substring(3);
        codes.results().map(code -> sketch(slug, code)).forEach(sketches::add);
      }
    }
    return sketches;
  }

  private static Sketch sketch(String lesson, MatchResult code) {
    return new Sketch(lesson, code.group(1), code.group(2));
  }

  @ParameterizedTest
  @MethodSource("sketches")
  void aProgramPrintsWhatItSays(Sketch sketch) throws Exception {
    List<String> command = sketch.isJava() ? java(sketch) : python(sketch);
    assertThat(output(command)).containsExactlyElementsOf(sketch.printed());
  }

  @ParameterizedTest
  @MethodSource("sketches")
  void whatItPrintsIsWhatTheEngineComputes(Sketch sketch) {
    String numbers = String.join(" ", sketch.printed());
    int digits = numbers.split(" ")[0].split("\\.")[1].length();
    assertThat(numbers)
        .isEqualTo(
            computed(sketch)
                .mapToObj(value -> String.format(Locale.ROOT, "%." + digits + "f", value))
                .collect(Collectors.joining(" ")));
  }

  private static DoubleStream computed(Sketch sketch) {
    return switch (sketch.lesson()) {
      case "taylor" ->
          taylor(sketch.language().equals("jax") ? Precision.SINGLE : Precision.DOUBLE);
      case "gradient-descent" ->
          ends("objective=parabola_sin&start=6&steps=12&optimizer=gd(learning_rate=0.05)");
      case "momentum" ->
          ends(
              "objective=(x^2%2B50*y^2)/2&start=-9,1.2&steps=60&optimizer=gd(learning_rate=0.035)"
                  + "&optimizer=momentum(learning_rate=0.035,momentum=0.8)");
      case "adam" ->
          DoubleStream.of(
              run("objective=rotated_valley&steps=60&optimizer=adam(learning_rate=0.1)")
                  .get(0)
                  .value());
      case "preconditioning" ->
          ends(
              "objective=five_two&start=0.5,0.5&steps=1&optimizer=newton(damping=0)"
                  + "&optimizer=newton(damping=2)&optimizer=newton(damping=100)");
      case "kfac" -> {
        double[] step = kroneckerStep();
        yield sketch.isJava()
            ? Arrays.stream(step)
            : DoubleStream.concat(Arrays.stream(step), Arrays.stream(step));
      }
      default -> throw new AssertionError("say here what the engine computes for " + sketch);
    };
  }

  private static DoubleStream taylor(Precision precision) {
    Formula formula = Formula.of("x^2 + 10*sin(x)", Map.of());
    Taylor taylor = new Taylor(formula, new double[] {6}, precision);
    double[] probe = {6.01};
    return DoubleStream.of(taylor.first(probe), taylor.second(probe));
  }

  private static List<descent.run.Frame> run(String query) {
    Catalog catalog = Catalog.standard();
    return new RunService(catalog)
        .result(RunSpec.decode(Queries.parse(query), catalog)).paths().stream()
            .map(descent.run.Path::last)
            .toList();
  }

  private static DoubleStream ends(String query) {
    return run(query).stream().flatMapToDouble(frame -> Arrays.stream(frame.x()));
  }

  /** The large system of lesson 16, from the sums of its three examples. */
  private static double[] kroneckerStep() {
    double[][] activations = {{10.0 / 3, 5.0 / 3}, {5.0 / 3, 2}};
    double[][] derivatives = {{0.75, -0.5}, {-0.5, 5.0 / 3}};
    double[][] gradient = {{2.5 / 3}, {1.5 / 3}, {1}, {1}};
    Matrix block = Matrix.of(Kronecker.product(derivatives, activations));
    Matrix step =
        new EjmlAlgebra()
            .cholesky(block)
            .map((Cholesky factor) -> factor.solve(Matrix.of(gradient)))
            .orElseThrow();
    return DoubleStream.iterate(0, row -> row < 4, row -> row + 1)
        .map(row -> step.get((int) row, 0))
        .toArray();
  }

  private List<String> java(Sketch sketch) throws IOException {
    String imports = lines(sketch, true);
    Path file = folder.resolve("Sketch.java");
    Files.writeString(
        file,
        imports
            + "public class Sketch {\n"
            + lines(sketch, false)
            + "public static void main(String[] arguments) { new Sketch().main(); }\n}\n");
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, file.toString()))
        .isZero();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(java, "-Duser.language=en", "-cp", folder.toString(), "Sketch");
  }

  private static String lines(Sketch sketch, boolean imports) {
    return sketch
        .text()
        .lines()
        .filter(line -> line.startsWith("import ") == imports)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private List<String> python(Sketch sketch) throws Exception {
    String library = sketch.language().equals("jax") ? "jax" : "torch";
    assumeTrue(hasPython(library), "no python3 with " + library);
    Path file = Files.writeString(folder.resolve("sketch.py"), sketch.text());
    return List.of("python3", "-W", "ignore", file.toString());
  }

  private static boolean hasPython(String library) throws Exception {
    try {
      return new ProcessBuilder("python3", "-c", "import " + library).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private List<String> output(List<String> command) throws Exception {
    Path complaints = folder.resolve("complaints");
    Process process = new ProcessBuilder(command).redirectError(complaints.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(complaints)).isZero();
    return output.lines().toList();
  }
}
