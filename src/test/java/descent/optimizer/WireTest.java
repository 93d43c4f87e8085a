package descent.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTest {
  private static final Optimizers OPTIMIZERS = new Optimizers();

  @Test
  void randomValuesReadBackToTheSameBits() {
    long seed = 20261124;
    Random random = new Random(seed);
    for (int trial = 0; trial < 2_000; trial++) {
      OptimizerSpec spec = random(random);
      OptimizerSpec again = OPTIMIZERS.parse(spec.wire());
      assertThat(again.wire()).as("seed %d, trial %d", seed, trial).isEqualTo(spec.wire());
      assertThat(again.hyperparameters()).isEqualTo(spec.hyperparameters());
    }
  }

  private static OptimizerSpec random(Random random) {
    List<Optimizer<?>> all = OPTIMIZERS.all();
    Optimizer<?> optimizer = all.get(random.nextInt(all.size()));
    Hyperparameters values = OPTIMIZERS.parse(optimizer.name()).hyperparameters();
    for (Hyperparameter h : optimizer.hyperparameters()) {
      double value = h.low() + (h.high() - h.low()) * random.nextDouble();
      values =
          switch (h.scale()) {
            case INTEGER, SWITCH, CHOICE -> values.with(h.name(), Math.rint(value));
            default -> values.with(h.name(), random.nextInt(4) == 0 ? value * 1e-9 : value);
          };
      if (!h.allowed().contains(values.get(h.name()))) {
        values = values.with(h.name(), h.initial());
      }
    }
    return new OptimizerSpec(optimizer, values);
  }

  @Test
  void hostileTextGivesAnArgumentErrorAndNothingElse() {
    long seed = 11;
    Random random = new Random(seed);
    String alphabet = "gdamlookahead(((()))),,==..0123456789e+-_ \u0000\"'<&%é\n";
    for (int trial = 0; trial < 20_000; trial++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "adam(" : "lookahead(gd,");
      int length = random.nextInt(40);
      for (int i = 0; i < length; i++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        OptimizerSpec spec = OPTIMIZERS.parse(text.toString());
        assertThat(OPTIMIZERS.parse(spec.wire()).wire()).isEqualTo(spec.wire());
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).as("seed %d: %s", seed, text).isNotBlank();
      }
    }
  }

  @Test
  void depthAndLengthAreBounded() {
    assertThatThrownBy(() -> OPTIMIZERS.parse("lookahead(".repeat(40) + "gd" + ")".repeat(40)))
        .hasMessage("Optimizers inside optimizers go at most 3 deep.");
    assertThatThrownBy(() -> OPTIMIZERS.parse("gd(" + " ".repeat(1_000_000)))
        .hasMessage("An optimizer is written in at most 500 characters; this has 1000003.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "gd(learning_rate=-0.1)|The learning rate must be above 0, got -0.1.",
        "gd(learning_rate=0)|The learning rate must be above 0, got 0.",
        "gd(learning_rate=NaN)|The learning rate must be above 0, got NaN.",
        "gd(learning_rate=Infinity)|The learning rate must be above 0, got Infinity.",
        "gd(learning_rate=1e999)|The learning rate must be above 0, got Infinity.",
        "momentum(momentum=1)|The momentum must be at least 0 and below 1, got 1.",
        "adam(amsgrad=0.5)|The AMSGrad must be 0 or 1, got 0.5.",
        "lookahead(gd,k=2.5)|The fast steps must be a whole number at least 1 and at most 1000000,"
            + " got 2.5.",
        "lbfgs(line_search=best)|The line search must be one of wolfe, none, got best.",
        "gd(learning_rate=fast)|learning_rate needs a number, got 'fast'.",
        "gd(learning_rate=0x1p3)|learning_rate needs a number, got '0x1p3'.",
        "gd(b1=0.9)|'b1' is unknown for gd; known: learning_rate, weight_decay.",
        "gd(adam)|'adam' in gd should be hyperparameter=value.",
        "gd(learning_rate=1,learning_rate=2)|'learning_rate' is given twice.",
        "gd(learning_rate=1|the end at character 19 of the optimizer; expected ',' or ')'.",
        "gd)|')' at character 3 of the optimizer; expected nothing more.",
        "lookahead(lookahead(gd))|lookahead goes around another optimizer, not itself.",
        "trust_region(schedule=step)|Trust-region Newton finds its own step; a schedule needs a"
            + " learning rate.",
      })
  void whatIsWrongIsSaidWithWhatWouldBeRight(String wire, String message) {
    assertThatThrownBy(() -> OPTIMIZERS.parse(wire))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sgd|gd(learning_rate=0.01,weight_decay=0)",
        " qhm ( nu = 1 ) |qhm(learning_rate=0.1,momentum=0.99,nu=1)",
        "lookahead(gd(learning_rate=3e-7),alpha=1)|lookahead(gd(learning_rate=3e-7,weight_decay=0),k=5,alpha=1)",
        "lookahead(gd,learning_rate=2)|lookahead(gd(learning_rate=2,weight_decay=0),k=5,alpha=0.5)",
        "sign_descent(schedule=cosine)|sign_descent(learning_rate=0.01,schedule=cosine,period=100,factor=0.1,warmup=0)",
      })
  void theCanonicalFormWritesEveryValue(String wire, String canonical) {
    assertThat(OPTIMIZERS.parse(wire).wire()).isEqualTo(canonical);
  }
}
