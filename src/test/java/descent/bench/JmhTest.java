package descent.bench;

import static org.assertj.core.api.Assertions.assertThat;

import descent.device.Devices;
import descent.expr.Routine;
import descent.run.Catalog;
import descent.run.Path;
import descent.run.RunService;
import descent.run.RunSpec;
import descent.run.sweep.Cells;
import descent.run.sweep.SweepService;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The speeds of {@code bench} by JMH: {@code mvn test -Dtest=JmhTest -Djmh=5} warms up and measures
 * each five times for a second in a fork of its own; without {@code -Djmh}, once for an instant.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class JmhTest {
  private static final int TIMES = Integer.getInteger("jmh", 0);

  private final Catalog catalog = Catalog.standard();
  private final SweepService sweeps = new SweepService(catalog, 2, new Devices());
  private final RunService runs = new RunService(catalog);
  private final RunSpec rosenbrock = RunBenchmarks.adam(catalog);
  private final Routine tape = RunBenchmarks.tape();
  private final Routine compiled = RunBenchmarks.tape().compiled();
  private int repeat;

  @Benchmark
  public Cells basinMomentumNamed() {
    return SweepBenchmarks.momentum("himmelblau").map(catalog, sweeps, repeat++);
  }

  @Benchmark
  public Cells basinMomentumTyped() {
    return SweepBenchmarks.momentum(SweepBenchmarks.TYPED).map(catalog, sweeps, repeat++);
  }

  @Benchmark
  public Cells basinAdamNamed() {
    return SweepBenchmarks.adam("himmelblau").map(catalog, sweeps, repeat++);
  }

  @Benchmark
  public Cells basinAdamTyped() {
    return SweepBenchmarks.adam(SweepBenchmarks.TYPED).map(catalog, sweeps, repeat++);
  }

  @Benchmark
  public Path rosenbrockAdam1000Steps() {
    return RunBenchmarks.path(runs, rosenbrock);
  }

  @Benchmark
  public double rosenbrock100000ValuesWithGradientsByTape() {
    return RunBenchmarks.sum(tape);
  }

  @Benchmark
  public double rosenbrock100000ValuesWithGradientsCompiled() {
    return RunBenchmarks.sum(compiled);
  }

  @TearDown
  public void close() {
    sweeps.close();
  }

  @Test
  void everyBenchmarkRuns() throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options.include(JmhTest.class.getName()).shouldFailOnError(true);
    options.verbosity(TIMES > 0 ? VerboseMode.NORMAL : VerboseMode.SILENT);
    TimeValue time = TIMES > 0 ? TimeValue.seconds(1) : TimeValue.milliseconds(1);
    options.forks(Math.min(1, TIMES)).warmupTime(time).measurementTime(time);
    options.warmupIterations(TIMES).measurementIterations(Math.max(1, TIMES));
    Collection<RunResult> results = new Runner(options.build()).run();
    assertThat(results).hasSize(7);
    assertThat(results).allMatch(result -> result.getPrimaryResult().getScore() > 0);
  }
}
