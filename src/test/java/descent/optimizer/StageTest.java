package descent.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import descent.objective.Evaluation;
import descent.objective.Formula;
import descent.optimizer.Quantity.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One step taken apart. */
class StageTest {
  private static final Optimizers OPTIMIZERS = new Optimizers();

  static List<String> names() {
    return OPTIMIZERS.all().stream().map(Optimizer::name).toList();
  }

  private static List<Stage> stages(String wire) {
    OptimizerSpec spec = OPTIMIZERS.parse(wire);
    return spec.optimizer().stages(spec.hyperparameters());
  }

  private static Map<String, Kind> kinds(String wire) {
    return stages(wire).stream()
        .collect(Collectors.toMap(s -> s.quantity().name(), s -> s.quantity().kind()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyStageNamesARowOfTheStepAndTheStepIsAmongThem(String name) {
    OptimizerSpec spec = OPTIMIZERS.parse(name);
    List<Stage> stages = spec.optimizer().stages(spec.hyperparameters());
    assertThat(stages).allMatch(s -> s.index() < spec.optimizer().quantities().size());
    assertThat(stages).extracting(s -> s.quantity().name()).contains("step");
    assertThat(stages).allMatch(s -> s.sentence().endsWith("."));
  }

  @ParameterizedTest
  @CsvSource({
    "momentum, V, VECTOR",
    "adam, m, VECTOR",
    "adam, v, SIZE",
    "adam, mhat, VECTOR",
    "adam, vhat, SIZE",
    "adagrad, s, SIZE",
    "rmsprop, v, SIZE",
    "adadelta, v, SIZE",
    "adadelta, d, VECTOR",
    "adadelta, u, SIZE",
    "adamax, u, SIZE",
    "lion, m, VECTOR",
  })
  void whatTurnsWithTheGradientIsAVectorAndWhatDoesNotIsASize(
      String optimizer, String quantity, Kind kind) {
    assertThat(kinds(optimizer)).containsEntry(quantity, kind);
  }

  @Test
  void aStageThatIsSwitchedOffIsLeftOut() {
    assertThat(kinds("momentum(weight_decay=0)")).containsOnlyKeys("V", "step");
    assertThat(kinds("momentum(weight_decay=0.1)")).containsOnlyKeys("g", "V", "step");
    assertThat(kinds("adam")).doesNotContainKey("vmax");
    assertThat(kinds("adam(amsgrad=1)")).containsKey("vmax");
  }

  @ParameterizedTest
  @CsvSource({
    "momentum, V, RENEWED",
    "adadelta, v, RENEWED",
    "adadelta, d, MIXED",
    "lion, c, MIXED",
    "adam, mhat, FOLLOWS",
    "rmsprop, V, FOLLOWS",
    "'rmsprop(momentum=0.9)', V, RENEWED",
    "newton, eigenvalues, CURVATURE",
    "armijo, length, TRIED",
    "'lookahead(adam)', m, RENEWED",
    "'lookahead(adam)', slow, EACH_K",
  })
  void aStageSaysWhatItIsMadeOf(String wire, String quantity, Origin origin) {
    assertThat(stages(wire))
        .filteredOn(s -> s.quantity().name().equals(quantity))
        .extracting(s -> s.quantity().origin())
        .containsExactly(origin);
  }

  @Test
  void theNumbersOfAStageAreThoseOfTheStep() {
    OptimizerSpec adam = OPTIMIZERS.parse("adam(learning_rate=0.1,b1=0.9,b2=0.99)");
    double[][] inner = inner(adam.optimizer(), adam.hyperparameters());
    Map<String, double[]> rows =
        stages(adam.wire()).stream()
            .collect(Collectors.toMap(s -> s.quantity().name(), s -> inner[s.index()]));
    assertThat(rows.get("m")[0]).isCloseTo(0.1 * 6, within());
    assertThat(rows.get("v")[0]).isCloseTo(0.01 * 36, within());
    assertThat(rows.get("mhat")[0]).isCloseTo(6, within());
    assertThat(rows.get("vhat")[0]).isCloseTo(36, within());
    assertThat(rows.get("step")[0]).isCloseTo(-0.1, org.assertj.core.data.Offset.offset(1e-8));
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-12);
  }

  private static <S> double[][] inner(Optimizer<S> optimizer, Hyperparameters h) {
    Formula f = Formula.of("x^2 + y^2", Map.of());
    double[] start = {3, 1};
    Evaluation at = f.at(start);
    return optimizer.update(at, optimizer.init(start, h), h, f).inner();
  }
}
