package descent.run.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import descent.device.Card;
import descent.device.Devices;
import descent.device.OnEachCard;
import descent.device.Points;
import descent.device.Points.Phase;
import descent.expr.Precision;
import descent.expr.Program;
import descent.objective.Problem;
import descent.optimizer.Hyperparameters;
import descent.optimizer.RuleOptimizer;
import descent.run.BadQuery;
import descent.run.Catalog;
import descent.run.Queries;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CardSweepTest {
  private static final Catalog CATALOG = Catalog.standard();
  private static final Devices DEVICES = new Devices();
  private static final SweepService SERVICE = new SweepService(CATALOG, 2, DEVICES);
  private static final String BASINS =
      "objective=himmelblau&over=start&box=-5,5,-5,5&resolution=64&steps=100&optimizer=";
  private static final int STEPS = 4;
  private static final int POINTS = 64;

  @AfterAll
  static void close() {
    SERVICE.close();
    DEVICES.close();
  }

  private static Cells cells(String query) {
    return SERVICE.cells(spec(query), () -> true).orElseThrow();
  }

  private static SweepSpec spec(String query) {
    return SweepSpec.decode(Queries.parse(query), CATALOG);
  }

  /** One step of one rule on one problem, with names of its own among others. */
  private record Entry(Program program, double[][] schedule, Map<String, Double> initial) {
    static Entry of(RuleOptimizer optimizer, Problem problem) {
      Hyperparameters h =
          Hyperparameters.of(optimizer.name(), optimizer.hyperparameters(), Map.of());
      RuleProgram rule = new RuleProgram(problem.objective(), optimizer.rule(h), List.of());
      String suffix = "_" + optimizer.name();
      Map<String, Double> initial = new HashMap<>();
      rule.initial().forEach((n, value) -> initial.put(n + suffix, value.value(h.asMap())));
      return new Entry(rule.program(h).renamed(n -> n + suffix), rule.schedule(h, STEPS), initial);
    }

    /** The program's arrays before the first step. */
    double[][] start(Problem problem) {
      Random random = new Random(7);
      double[][] arrays = new double[program.arrays().size()][POINTS];
      for (int a = 0; a < arrays.length; a++) {
        double centre = initial.getOrDefault(program.arrays().get(a), 0.0);
        double spread = a < problem.objective().dimension() ? 1 : 0;
        Arrays.setAll(arrays[a], i -> (float) (centre + spread * (2 * random.nextDouble() - 1)));
      }
      return arrays;
    }

    double[][] interpreted(Problem problem, Precision precision) {
      double[][] arrays = start(problem);
      if (precision == Precision.DOUBLE) {
        var kernel = program.doubles();
        double[][] all = kernel.withTemporaries(arrays);
        for (double[] row : schedule) {
          kernel.run(all, row, 0, POINTS);
        }
        return arrays;
      }
      float[][] floats = new float[arrays.length][POINTS];
      for (int a = 0; a < arrays.length; a++) {
        for (int i = 0; i < POINTS; i++) {
          floats[a][i] = (float) arrays[a][i];
        }
      }
      var kernel = program.floats();
      float[][] all = kernel.withTemporaries(floats);
      for (double[] row : schedule) {
        kernel.run(all, row, 0, POINTS);
      }
      for (int a = 0; a < arrays.length; a++) {
        for (int i = 0; i < POINTS; i++) {
          arrays[a][i] = floats[a][i];
        }
      }
      return arrays;
    }
  }

  private static Stream<RuleOptimizer> rules() {
    return CATALOG.optimizers().all().stream()
        .filter(RuleOptimizer.class::isInstance)
        .map(RuleOptimizer.class::cast);
  }

  @OnEachCard
  void everyRuleOnEveryProblemGivesTheNumbersOfTheCompiledLoops(Card card) {
    for (Problem problem : CATALOG.problems().all()) {
      List<Entry> entries = rules().map(rule -> Entry.of(rule, problem)).toList();
      for (Precision precision : Precision.values()) {
        if (precision == Precision.SINGLE || card.device().hasDouble()) {
          compare(card, precision, problem, entries);
        }
      }
    }
  }

  private static void compare(
      Card card, Precision precision, Problem problem, List<Entry> entries) {
    double tolerance = precision == Precision.SINGLE ? 5e-3 : 1e-11;
    List<Phase> phases =
        entries.stream().map(e -> new Phase(e.program(), 1, e.schedule())).toList();
    try (Points points = new Points(card, precision, phases, POINTS, STEPS)) {
      for (Entry entry : entries) {
        double[][] start = entry.start(problem);
        for (int a = 0; a < start.length; a++) {
          points.write(entry.program().arrays().get(a), start[a]);
        }
      }
      points.run(() -> false);
      for (Entry entry : entries) {
        double[][] expected = entry.interpreted(problem, precision);
        for (int a = 0; a < problem.objective().dimension(); a++) {
          double[] found = new double[POINTS];
          String array = entry.program().arrays().get(a);
          points.read(array, found);
          for (int i = 0; i < POINTS; i++) {
            double off = Math.abs(found[i] - expected[a][i]);
            boolean same = Double.compare(found[i], expected[a][i]) == 0;
            assertThat(same || off <= tolerance * Math.max(1, Math.abs(expected[a][i])))
                .as(
                    "%s of %s in %s: %s, expected %s",
                    array, problem.name(), precision, found[i], expected[a][i])
                .isTrue();
          }
        }
      }
    }
  }

  @OnEachCard
  void aMapOfTheCardIsTheMapOfTheProcessor(Card card) {
    for (String optimizer : List.of("momentum(learning_rate=0.005)", "adam(learning_rate=0.05)")) {
      Cells ours = cells(BASINS + optimizer);
      Cells theirs = cells(BASINS + optimizer + "&device=" + card.device().id());
      assertThat(theirs.computed().device()).isEqualTo(card.device().id());
      assertThat(theirs.computed().note()).isEmpty();
      int same = 0;
      for (int i = 0; i < ours.kind().length; i++) {
        same += ours.kind()[i] == theirs.kind()[i] ? 1 : 0;
      }
      assertThat(same).as(optimizer).isGreaterThan(ours.kind().length * 99 / 100);
    }
    assertThat(card(card).held()).isZero();
  }

  @OnEachCard
  void ratesOverHyperparametersAreThoseOfTheProcessor(Card card) {
    String query =
        "objective=quadratic&optimizer=momentum&over=learning_rate,momentum&scale=linear"
            + "&box=0,0.08,0,1&resolution=16&steps=300&measure=rate";
    Cells ours = cells(query);
    Cells theirs = cells(query + "&device=" + card.device().id());
    assertThat(theirs.kind()).isEqualTo(ours.kind());
    for (int i = 0; i < ours.value().length; i++) {
      if (ours.kind()[i] == 0) {
        assertThat(theirs.value()[i]).isCloseTo(ours.value()[i], within(1e-5f));
      }
    }
  }

  @OnEachCard
  void whoLeavesFreesTheMemoryOfTheCard(Card card) {
    AtomicInteger asked = new AtomicInteger();
    SweepSpec spec =
        spec(
            BASINS.replace("=64", "=512").replace("=100", "=700")
                + "gd(learning_rate=0.001)&device="
                + card.device().id());
    SERVICE.cells(spec, () -> asked.incrementAndGet() < 2);
    assertThat(card(card).held()).isZero();
  }

  @OnEachCard
  void aLostCardIsReplacedByTheProcessorAndTheMapSaysSo(Card card) {
    try (Devices devices = new Devices();
        SweepService service = new SweepService(CATALOG, 2, devices)) {
      String query = BASINS + "gd(learning_rate=0.01)&device=" + card.device().id();
      devices.card(card.device().id()).lose("opencl:0 fell off the bus.");
      Cells cells = service.cells(spec(query), () -> true).orElseThrow();
      assertThat(cells.computed().device()).isEqualTo("cpu");
      assertThat(cells.computed().note())
          .isEqualTo("opencl:0 fell off the bus. It was computed on the processor instead.");
      assertThat(cells.kind()).isEqualTo(cells(BASINS + "gd(learning_rate=0.01)").kind());
    }
  }

  private static Card card(Card card) {
    return DEVICES.card(card.device().id());
  }

  @Test
  void aDeviceThatIsNotHereIsReplacedByTheProcessor() {
    Cells cells = cells(BASINS + "gd(learning_rate=0.02)&device=opencl:99");
    assertThat(cells.computed().device()).isEqualTo("cpu");
    assertThat(cells.computed().note()).startsWith("There is no opencl:99 here (");
    assertThat(cells.spec().query()).contains("device=opencl%3A99");
  }

  @Test
  void whatIsNoDeviceIsRefused() {
    BadQuery bad = catchThrowableOfType(BadQuery.class, () -> spec(BASINS + "gd&device=quantum"));
    assertThat(bad.complaints().get(0).message())
        .isEqualTo("'quantum' is no device; cpu, reference or opencl:0 would be right.");
  }

  @Test
  void theReferenceGivesTheMapOfTheCompiledLoopsInDouble() {
    String query = BASINS.replace("=64", "=16") + "adam(learning_rate=0.05)";
    Cells reference = cells(query + "&device=reference");
    assertThat(reference.computed().device()).isEqualTo("reference");
    assertThat(reference.kind()).isEqualTo(cells(query + "&precision=double").kind());
  }

  @OnEachCard
  void otherOptimizersStayOnTheProcessor(Card card) {
    Cells cells = cells(BASINS.replace("=64", "=8") + "newton&device=" + card.device().id());
    assertThat(cells.computed().device()).isEqualTo("cpu");
    assertThat(cells.computed().note())
        .startsWith("Devices step elementwise rules without noise only.");
  }
}
