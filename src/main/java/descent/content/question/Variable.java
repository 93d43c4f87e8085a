package descent.content.question;

import descent.content.source.Expression;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A number that differs from variant to variant. */
sealed interface Variable {

  String name();

  /** Its value where {@code before} are the values of the variables above it. */
  double draw(Random random, Map<String, Double> before);

  /** One of some values, each as likely. */
  record OneOf(String name, List<Expression> values) implements Variable {
    public OneOf {
      values = List.copyOf(values);
    }

    @Override
    public double draw(Random random, Map<String, Double> before) {
      return values.get(random.nextInt(values.size())).value(before);
    }
  }

  /** {@code low}, {@code low + step} … up to {@code high}, each as likely; without rounding. */
  record Range(String name, BigDecimal low, BigDecimal step, int count) implements Variable {
    @Override
    public double draw(Random random, Map<String, Double> before) {
      return low.add(step.multiply(BigDecimal.valueOf(random.nextInt(count)))).doubleValue();
    }
  }

  /** Computed from the variables above it. */
  record Computed(String name, Expression value) implements Variable {
    @Override
    public double draw(Random random, Map<String, Double> before) {
      return value.value(before);
    }
  }
}
