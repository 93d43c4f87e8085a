package descent.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunSpecTest {
  private final Catalog catalog = Catalog.standard();

  private RunSpec decode(String query) {
    return RunSpec.decode(Queries.parse(query), catalog);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "objective=rosenbrock&optimizer=gd(learning_rate=0.001)",
        "objective=quadratic&param.kappa=7&start=-1.5,2e-3&steps=5000&optimizer=gd&optimizer=gd",
        "objective=x%5E2%2B10*sin(x)&start=6&steps=12&every=1&optimizer=gd(learning_rate=0.05)",
        "objective=a*x%5E2%2By%5E2&param.a=0.1&steps=0&optimizer=gd&seed=7",
      })
  void a_canonical_query_decodes_to_itself(String query) {
    RunSpec spec = decode(query);
    RunSpec again = decode(spec.query());
    assertThat(again.query()).isEqualTo(spec.query());
    assertThat(again).isEqualTo(spec);
    assertThat(again.start()).containsExactly(spec.start());
  }

  @Test
  void absent_keys_take_the_defaults_of_the_problem() {
    RunSpec spec = decode("objective=rosenbrock&optimizer=gd");
    assertThat(spec.start()).containsExactly(-1.2, 1);
    assertThat(spec.every()).isEqualTo(1);
    assertThat(decode("objective=rosenbrock&steps=1000&optimizer=gd").every()).isEqualTo(3);
  }

  @Test
  void a_parameter_changes_the_named_problem() {
    RunSpec spec = decode("objective=quadratic&param.kappa=4&optimizer=gd");
    assertThat(spec.problem().objective().value(new double[] {0, 1})).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "objective=rosenbrok&optimizer=gd|objective|rosenbrock",
        "optimizer=gd|objective|Missing",
        "objective=rosenbrock|optimizer|Missing",
        "objective=rosenbrock&optimizer=gdd|optimizer|gd",
        "objective=rosenbrock&optimizer=gd(rate=1)|optimizer|learning_rate",
        "objective=rosenbrock&optimizer=gd(learning_rate=NaN)|optimizer|learning",
        "objective=rosenbrock&optimizer=gd&steps=1000000000|steps|100,000",
        "objective=rosenbrock&optimizer=gd&steps=ten|steps|whole number",
        "objective=rosenbrock&optimizer=gd&start=1|start|2 would be right",
        "objective=rosenbrock&optimizer=gd&start=1,NaN|start|finite",
        "objective=rosenbrock&optimizer=gd&start=1,|start|finite",
        "objective=rosenbrock&optimizer=gd&seed=1&seed=2|seed|once",
        "objective=rosenbrock&optimizer=gd&colour=red|colour|known",
        "objective=rosenbrock&optimizer=gd&device=gpu|device|cpu",
        "objective=rosenbrock&optimizer=gd&steps=100000&every=1|every|4000",
        "objective=rosenbrock&param.kappa=3&optimizer=gd|param.kappa|no 'kappa'",
        "objective=x%5E2%2Ba&optimizer=gd|param.a|param.a",
        "objective=(x%2B1&optimizer=gd|objective|character 1",
        "objective=x&optimizer=gd&optimizer=gd&optimizer=gd&optimizer=gd&optimizer=gd&optimizer=gd"
            + "&optimizer=gd|optimizer|at most 6",
      })
  void a_wrong_query_names_the_key_and_what_would_be_right(String line) {
    String[] parts = line.split("\\|");
    BadQuery bad = catchThrowableOfType(BadQuery.class, () -> decode(parts[0]));
    assertThat(bad).as(parts[0]).isNotNull();
    assertThat(bad.complaints()).hasSize(1);
    assertThat(bad.complaints().get(0).key()).isEqualTo(parts[1]);
    assertThat(bad.complaints().get(0).message()).contains(parts[2]);
  }

  @Test
  void every_mistake_is_told_at_once() {
    BadQuery bad =
        catchThrowableOfType(
            BadQuery.class, () -> decode("objective=rosenbrock&steps=-1&start=1&optimizer=no"));
    assertThat(bad.complaints())
        .extracting(Complaint::key)
        .containsExactly("start", "steps", "optimizer");
  }
}
