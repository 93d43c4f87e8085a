package descent.content.markdown;

import java.util.LinkedHashMap;
import java.util.Map;

/** The attributes of a tag, written in the order given. */
final class Attributes {

  private Attributes() {}

  static Map<String, String> of(String... namesAndValues) {
    var attributes = new LinkedHashMap<String, String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      attributes.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return attributes;
  }
}
