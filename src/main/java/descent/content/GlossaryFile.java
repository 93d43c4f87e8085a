package descent.content;

import descent.content.Course.Term;
import descent.content.markdown.Glossary;
import descent.content.source.Prose;
import descent.content.source.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** {@code glossary.yml}: by id, the name of a term and its definition in one sentence. */
record GlossaryFile(List<Draft> drafts) {
  static final GlossaryFile NONE = new GlossaryFile(List.of());

  /** A term whose definition cannot be set yet. */
  record Draft(String id, String name, Prose definition) {}

  /** These terms and those of the next folder. */
  GlossaryFile and(Source file) {
    var all = new ArrayList<>(drafts);
    var names = new HashMap<String, String>();
    drafts.forEach(draft -> names.put(draft.name(), draft.id()));
    for (String id : file.keys()) {
      file.item(id)
          .ifPresent(
              term -> {
                Draft draft = new Draft(id, term.text("name"), term.prose("definition"));
                if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                  file.error(id, "a term's id is words joined by hyphens, not '" + id + "'");
                }
                if (draft.definition().isEmpty()) {
                  file.error(id, "the term '" + id + "' has no definition");
                }
                String before = names.put(draft.name(), id);
                if (before != null) {
                  file.error(id, "'" + draft.name() + "' is already the name of " + before);
                }
                all.add(draft);
              });
    }
    file.close();
    return new GlossaryFile(all);
  }

  Glossary glossary() {
    var ids = new HashMap<String, String>();
    drafts.stream()
        .filter(draft -> !draft.name().isBlank())
        .forEach(draft -> ids.putIfAbsent(draft.name(), draft.id()));
    return new Glossary(ids);
  }

  /** In alphabetical order; only after the file is known. */
  List<Term> terms() {
    return drafts.stream()
        .map(draft -> new Term(draft.id(), draft.name(), draft.definition().inline().render()))
        .sorted(Comparator.comparing(Term::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }
}
