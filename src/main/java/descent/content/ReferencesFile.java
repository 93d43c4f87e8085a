package descent.content;

import descent.content.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code references.yml}: by label, what a lesson may cite as {@code [^label]}. */
final class ReferencesFile {

  private ReferencesFile() {}

  /** Each reference as one line of markdown, by label. */
  static Map<String, String> read(Source file) {
    var references = new LinkedHashMap<String, String>();
    for (String label : file.keys()) {
      file.item(label).ifPresent(reference -> references.put(label, line(reference)));
    }
    file.close();
    return references;
  }

  private static String line(Source reference) {
    var parts = new ArrayList<String>();
    parts.add(reference.text("authors"));
    parts.add("*" + reference.text("title") + "*");
    optional(parts, reference.text("in", ""), "");
    parts.add(reference.text("year"));
    optional(parts, reference.text("doi", ""), "doi:");
    optional(parts, reference.text("arxiv", ""), "arXiv:");
    optional(parts, reference.text("url", ""), "");
    return String.join(", ", parts) + ".";
  }

  private static void optional(List<String> parts, String value, String prefix) {
    if (!value.isEmpty()) {
      parts.add(prefix + value);
    }
  }
}
