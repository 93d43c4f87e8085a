package descent.content.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import descent.optimizer.Hyperparameter;
import descent.optimizer.Optimizer;
import descent.optimizer.Optimizers;
import descent.optimizer.Quantity;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTexTest {
  private static final Optimizers OPTIMIZERS = new Optimizers();

  static List<Optimizer<?>> optimizers() {
    return OPTIMIZERS.all();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void everyFormulaAndSymbolRenders(Optimizer<?> optimizer) {
    renders(optimizer.tex());
    optimizer.quantities().stream().map(Quantity::tex).forEach(OptimizerTexTest::renders);
    optimizer.hyperparameters().stream()
        .map(Hyperparameter::tex)
        .forEach(OptimizerTexTest::renders);
    for (String schedule : List.of("constant", "step", "inverse", "inverse_sqrt", "cosine")) {
      if (optimizer.hyperparameters().stream().anyMatch(h -> h.name().equals("learning_rate"))) {
        renders(
            OPTIMIZERS
                .parse("%s(schedule=%s,warmup=3)".formatted(optimizer.name(), schedule))
                .tex());
      }
    }
  }

  private static void renders(String tex) {
    assertThat(tex).isNotBlank();
    assertThat(TexCheck.flaw(tex)).as(tex).isEmpty();
  }
}
