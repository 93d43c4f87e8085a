package descent.content.source;

import java.nio.file.Path;

/** The lesson that is being read: it sets the prose found in it and hears of its mistakes. */
public interface Place {

  /** As the author knows it, such as {@code content/05-momentum/index.md}. */
  String file();

  /** Where the file lies. */
  Path folder();

  /** The slug of the lesson; empty in files that belong to the whole course. */
  String lesson();

  Prose prose(String markdown, int line);

  /** What expressions may name here; known only after the lesson is read. */
  Scope scope();

  void report(Mistake mistake);
}
