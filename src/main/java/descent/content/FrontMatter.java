package descent.content;

import descent.content.source.Prose;
import descent.content.source.Source;
import descent.content.source.Yaml;
import java.util.List;

/** What a lesson says about itself before it begins. */
record FrontMatter(
    String title,
    Prose standfirst,
    List<Prose> objectives,
    List<String> needs,
    int needsLine,
    int minutes,
    List<String> covers) {

  static FrontMatter read(LessonFile file, Reading reading) {
    Source source = Yaml.read(reading, 1, 2, file.frontMatter());
    FrontMatter matter =
        new FrontMatter(
            source.text("title"),
            source.prose("standfirst"),
            source.proses("objectives"),
            source.texts("needs"),
            source.line("needs"),
            source.integer("minutes", 20, 1, 600),
            source.texts("covers"));
    if (matter.objectives().isEmpty()) {
      source.error("objectives", "'objectives' is missing: what will the reader be able to do?");
    }
    for (String row : matter.covers()) {
      if (!row.matches("S[1-9][0-9]?")) {
        source.error("covers", "covers names rows such as S12, not '" + row + "'");
      }
    }
    source.close();
    return matter;
  }
}
