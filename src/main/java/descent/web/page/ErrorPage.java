package descent.web.page;

import static j2html.TagCreator.*;

import descent.content.Course.Entry;
import descent.content.Course.State;
import descent.web.Errors;
import descent.web.ProblemDetails;
import descent.words.Words;
import io.javalin.http.Context;
import j2html.tags.DomContent;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a reader sees when a page fails: what happened, the nearest lesson, and the course. */
public final class ErrorPage implements Errors.Page {
  private final Layout layout;

  public ErrorPage(Layout layout) {
    this.layout = layout;
  }

  @Override
  public void send(Context ctx, ProblemDetails problem) {
    var course = layout.course();
    Words words = layout.words(ctx);
    DomContent content =
        each(
            main(header(
                        p(words.say("Status {0}", problem.status())).withClass("no ui"),
                        h1(words.retell(problem.title())),
                        p(words.retell(problem.detail())).withClass("stand"),
                        each(
                            nearest(ctx.path()).stream().toList(),
                            entry -> suggestion(entry, words)))
                    .withClass("title"))
                .withId("main")
                .withClass("wrap lesson"),
            CourseMap.map(course, "", layout.progress(ctx), words));
    layout.send(ctx, View.of(words.retell(problem.title()), content));
  }

  private static DomContent suggestion(Entry entry, Words words) {
    return p(
            text(words.say("Did you mean:") + " "),
            a(entry.number() + " " + entry.title()).withHref(CourseMap.address(entry.slug())))
        .withClass("stand");
  }

  /** The lesson whose slug is most like the last part of the path, if any is at all like it. */
  private Optional<Entry> nearest(String path) {
    String word = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (word.length() > 60) {
      return Optional.empty();
    }
    return CourseMap.entries(layout.course()).stream()
        .filter(entry -> entry.state() != State.PLANNED)
        .min(Comparator.comparingInt(entry -> distance(word, entry.slug())))
        .filter(entry -> distance(word, entry.slug()) <= entry.slug().length() / 2);
  }

  /** Levenshtein's distance; no more than one edit when one word holds the other. */
  static int distance(String a, String b) {
    if (a.length() > 2 && (a.contains(b) || b.contains(a))) {
      return 1;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
