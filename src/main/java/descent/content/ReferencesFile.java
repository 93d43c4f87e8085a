package descent.content;

import descent.content.directive.Work;
import descent.content.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code references.yml}: by label, what a lesson may cite as {@code [^label]}. */
final class ReferencesFile {

  private static final int EARLIEST = 1600;
  private static final int LATEST = 2100;

  private ReferencesFile() {}

  /** Adds each reference, by label. */
  static void read(Source file, Map<String, Work> references) {
    for (String label : file.keys()) {
      file.item(label)
          .map(ReferencesFile::work)
          .map(work -> references.putIfAbsent(label, work))
          .ifPresent(
              before -> file.error(label, "'" + label + "' already cites: " + before.line()));
    }
    file.close();
  }

  private static Work work(Source reference) {
    return new Work(
        reference.text("authors"),
        reference.text("title"),
        reference.integer("year", EARLIEST, EARLIEST, LATEST),
        line(reference));
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
