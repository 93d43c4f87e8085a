package descent.verify;

import com.fasterxml.jackson.databind.JsonNode;
import descent.objective.Formula;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the function and the numbers of a case. */
final class Functions {
  private Functions() {}

  /** The function that {@code expr}, {@code vars} and perhaps {@code parameters} write. */
  static Formula formula(JsonNode item) {
    List<String> variables = new ArrayList<>();
    need(item, "vars").forEach(v -> variables.add(v.asText()));
    Map<String, Double> parameters = new LinkedHashMap<>();
    item.path("parameters")
        .properties()
        .forEach(p -> parameters.put(p.getKey(), p.getValue().doubleValue()));
    return Formula.in(variables, need(item, "expr").asText(), parameters);
  }

  static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).doubleValue();
    }
    return numbers;
  }

  static JsonNode need(JsonNode item, String key) {
    JsonNode value = item.path(key);
    if (value.isMissingNode()) {
      throw new IllegalArgumentException("A case lacks '%s'.".formatted(key));
    }
    return value;
  }
}
