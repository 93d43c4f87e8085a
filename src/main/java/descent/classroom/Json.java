package descent.classroom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON in the store. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "the store holds %d characters that are no JSON".formatted(json.length()));
    }
  }

  static Map<String, Double> numbers(String json) {
    var numbers = new LinkedHashMap<String, Double>();
    read(json).fields().forEachRemaining(e -> numbers.put(e.getKey(), e.getValue().asDouble()));
    return numbers;
  }

  /** A number as it is written: 10, not 10.0. */
  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  static List<String> texts(String json) {
    var texts = new ArrayList<String>();
    read(json).forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
