package descent.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Queries of which every key stands once and nothing needs decoding. */
final class QueryMap {
  private QueryMap() {}

  static Map<String, List<String>> of(String query) {
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(sides -> sides[0], sides -> List.of(sides[1])));
  }
}
