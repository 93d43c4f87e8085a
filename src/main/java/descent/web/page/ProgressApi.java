package descent.web.page;

import descent.classroom.Progress;
import descent.web.Routes;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code GET /api/progress}: what a page that is open must repaint after an answer. */
public final class ProgressApi implements Routes {
  private record Stage(String state, String words) {}

  private final Layout layout;

  public ProgressApi(Layout layout) {
    this.layout = layout;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/progress", this::send);
  }

  private void send(Context ctx) {
    Words words = layout.words(ctx);
    Progress progress = layout.progress(ctx);
    Map<String, Stage> lessons =
        progress.lessons().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    each ->
                        new Stage(CourseMap.state(each.getValue()), each.getValue().words(words))));
    ctx.header("Cache-Control", "no-store")
        .json(Map.of("words", CourseMap.words(progress, words), "lessons", lessons));
  }
}
