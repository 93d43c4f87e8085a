package descent.bench;

import descent.classroom.Attempts;
import descent.classroom.Drafts;
import descent.classroom.Learners;
import descent.content.Course;
import descent.content.Lesson;
import descent.content.directive.Directives;
import descent.content.directive.QuizDirective;
import descent.content.question.Posed;
import descent.content.source.FormulaQuantities;
import descent.device.Devices;
import descent.linalg.Algebras;
import descent.run.Catalog;
import descent.run.RunService;
import descent.run.training.TrainCatalog;
import descent.run.training.TrainService;
import descent.store.SqliteStore;
import descent.store.Store;
import descent.web.Errors;
import descent.web.LearnerCookie;
import descent.web.Server;
import descent.web.api.DraftApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What learners write into SQLite, synced at each commit: drafts, over HTTP, and attempts. */
final class StoreBenchmarks {
  private static final int LEARNERS = 300;
  private static final long WARM_UP_NANOS = 2_000_000_000L;
  private static final long WITHIN_NANOS = 10_000_000_000L;
  private static final int THREADS = 32;
  private static final String LESSON =
      """
      ---
      title: Two questions
      objectives: [Save.]
      minutes: 1
      ---

      # Two questions

      %s
      """
          .formatted(quiz().samples().get(0).example() + quiz().samples().get(2).example());

  List<Benchmark> all() {
    return List.of(
        new Benchmark(
            "autosave_300_p99_ms",
            "Drafts of 300 learners within 10 s, over HTTP into SQLite with full synchronous"
                + " writes: the 99th percentile; fails if one is lost.",
            StoreBenchmarks::autosave),
        new Benchmark(
            "mark_number_ms",
            "A number is marked and the attempt is kept, in SQLite with full synchronous writes.",
            StoreBenchmarks::mark));
  }

  /** Each repeat is the first answer of another learner. */
  private static double mark() {
    Path folder = temporary();
    try (SqliteStore store = new SqliteStore(folder)) {
      store.await();
      Lesson lesson = lesson(folder);
      Posed posed = lesson.question("one-step").orElseThrow().variant(0);
      Attempts attempts = new Attempts(store, Clock.systemUTC());
      return Stopwatch.milliseconds(
          repeat -> attempts.submit("learner " + repeat, lesson.slug(), posed, List.of("1.5")));
    } finally {
      delete(folder);
    }
  }

  private static double autosave() {
    Path folder = temporary();
    try (Store store = new SqliteStore(folder)) {
      Lesson lesson = lesson(folder);
      Learners learners = new Learners(store, Clock.systemUTC());
      Drafts drafts = new Drafts(store, Clock.systemUTC());
      var api =
          new DraftApi(slug -> java.util.Optional.of(lesson), new LearnerCookie(learners), drafts);
      Errors errors = new Errors((ctx, problem) -> problem.send(ctx));
      List<Learners.Enrolled> all = Stream.generate(learners::enrol).limit(LEARNERS).toList();
      String question = lesson.slug() + "/" + lesson.questions().get(0).id();
      try (Server server = new Server(errors, List.of(api)).start("127.0.0.1", 0)) {
        URI address = URI.create("http://127.0.0.1:" + server.port() + "/api/draft/" + question);
        times(address, all, 1, WARM_UP_NANOS);
        List<Double> times = times(address, all, 2, WITHIN_NANOS);
        if (!all.stream().allMatch(each -> isKept(drafts.of(each.learner(), lesson.slug())))) {
          throw new IllegalStateException("a draft was lost");
        }
        return times.get((int) Math.ceil(0.99 * LEARNERS) - 1);
      }
    } finally {
      delete(folder);
    }
  }

  private static boolean isKept(List<Drafts.Typed> typed) {
    return typed.size() == 1 && typed.get(0).revision() == 2;
  }

  /** Milliseconds from when each save was due to its reply, the shortest first. */
  private static List<Double> times(
      URI address, List<Learners.Enrolled> learners, int revision, long within) {
    HttpClient client = HttpClient.newHttpClient();
    ScheduledExecutorService browsers = Executors.newScheduledThreadPool(THREADS);
    long start = System.nanoTime();
    try {
      List<Future<Double>> saves = new ArrayList<>();
      for (int i = 0; i < LEARNERS; i++) {
        String code = learners.get(i).code().letters();
        long due = start + i * (within / LEARNERS);
        saves.add(
            browsers.schedule(
                () -> save(client, address, code, revision, due),
                due - System.nanoTime(),
                TimeUnit.NANOSECONDS));
      }
      List<Double> times = new ArrayList<>();
      for (Future<Double> save : saves) {
        times.add(save.get());
      }
      times.sort(Comparator.naturalOrder());
      return times;
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      browsers.shutdownNow();
    }
  }

  private static double save(HttpClient client, URI address, String code, int revision, long due)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header("Cookie", "descent=" + code)
            .POST(BodyPublishers.ofString("{\"answer\":[\"1\"],\"revision\":" + revision + "}"))
            .build();
    int status = client.send(request, BodyHandlers.ofString()).statusCode();
    if (status != 200) {
      throw new IllegalStateException("status " + status);
    }
    return (System.nanoTime() - due) / 1e6;
  }

  private static Lesson lesson(Path folder) {
    try {
      Path lesson = Files.createDirectories(folder.resolve("course/01-save")).resolve("index.md");
      Files.writeString(lesson, LESSON);
      Path root = folder.resolve("course");
      Files.writeString(
          root.resolve("course.yml"),
          "title: Saving\nparts: [{title: Saving, lessons: [{slug: save}]}]\n");
      Course course = Course.load(List.of(root), Directives.of(quiz()), FormulaQuantities.all());
      return course
          .lesson("save")
          .orElseThrow(() -> new IllegalStateException(course.mistakes() + ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("descent-bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static QuizDirective quiz() {
    TrainCatalog catalog = TrainCatalog.standard(Algebras.onDemand(), new Devices());
    return new QuizDirective(new RunService(Catalog.standard()), new TrainService(catalog, 1));
  }
}
