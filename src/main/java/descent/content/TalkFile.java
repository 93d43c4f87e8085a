package descent.content;

import descent.content.Course.Row;
import descent.content.directive.Caption;
import descent.content.source.Prose;
import descent.content.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code talk.yml}: by row of the talk, what it says, and the lesson and figure that show it. */
record TalkFile(List<Draft> drafts) {

  /** A row whose lesson is not known yet. */
  record Draft(Source source, String id, Prose says, String lesson, String figure) {
    private Row row(List<Lesson> lessons) {
      Optional<Lesson> known =
          lessons.stream().filter(candidate -> candidate.slug().equals(lesson)).findFirst();
      if (known.filter(found -> !found.covers().contains(id)).isPresent()) {
        source.error("lesson", "the lesson '" + lesson + "' does not cover " + id);
      }
      Optional<Caption> shown = known.flatMap(found -> found.figure(figure));
      if (known.isPresent() && !figure.isEmpty() && shown.isEmpty()) {
        source.error("figure", "the lesson '" + lesson + "' has no figure '" + figure + "'");
      }
      return new Row(id, says.inline().render(), known, shown);
    }
  }

  static TalkFile read(Source file) {
    var drafts = new ArrayList<Draft>();
    for (String id : file.keys()) {
      file.item(id)
          .ifPresent(
              row ->
                  drafts.add(
                      new Draft(
                          row, id, row.prose("says"), row.text("lesson"), row.text("figure", ""))));
    }
    file.close();
    return new TalkFile(drafts);
  }

  /** In the order of the talk; only after the file is known. */
  List<Row> rows(List<Lesson> lessons) {
    return drafts.stream().map(draft -> draft.row(lessons)).toList();
  }
}
