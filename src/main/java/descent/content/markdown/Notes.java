package descent.content.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Footnotes in the order in which the text refers to them. */
final class Notes {

  private final Map<String, Note> notes = new LinkedHashMap<>();
  private final List<String> labels = new ArrayList<>();

  /**
   * A footnote that was referred to.
   *
   * @param references how often, so far
   */
  record Note(String label, int number, int references) {

    /** The fragment of a reference's place in the text. */
    String place(int reference) {
      return "r" + number + (reference == 1 ? "" : "-" + reference);
    }
  }

  /** Counts a reference to a note. */
  Note refer(String label) {
    Note before = notes.getOrDefault(label, new Note(label, notes.size() + 1, 0));
    Note now = new Note(label, before.number(), before.references() + 1);
    if (notes.put(label, now) == null) {
      labels.add(label);
    }
    return now;
  }

  int size() {
    return labels.size();
  }

  String label(int number) {
    return labels.get(number - 1);
  }

  List<Note> all() {
    return List.copyOf(notes.values());
  }
}
