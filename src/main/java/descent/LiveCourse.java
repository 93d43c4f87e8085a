package descent;

import descent.content.Course;
import descent.content.source.Mistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A course that is read while the server starts, and again when a file of its folders has changed.
 * Thread-safe.
 */
final class LiveCourse implements Supplier<Course> {
  private static final Logger LOG = LoggerFactory.getLogger(LiveCourse.class);
  private static final Executor THREAD = task -> new Thread(task, "course").start();
  private static final long PAUSE_NANOS = 500_000_000;

  private final List<Path> roots;
  private final Function<List<Path>, Course> reader;
  private CompletableFuture<Course> course;
  private long state;
  private long looked;

  LiveCourse(List<Path> roots, Function<List<Path>, Course> reader) {
    this.roots = roots;
    this.reader = reader;
    this.state = state();
    this.course = reading(LiveCourse::drawn);
    this.looked = System.nanoTime();
  }

  @Override
  public Course get() {
    return current().join();
  }

  private synchronized CompletableFuture<Course> current() {
    if (System.nanoTime() - looked > PAUSE_NANOS) {
      long now = state();
      if (now != state) {
        state = now;
        course = reading(read -> tested(drawn(read)));
      }
      looked = System.nanoTime();
    }
    return course;
  }

  /** Pages are served as soon as the course is read; then what nobody asked for yet is drawn. */
  private CompletableFuture<Course> reading(UnaryOperator<Course> after) {
    var reading = CompletableFuture.supplyAsync(this::read, THREAD);
    reading.thenApplyAsync(after, THREAD).thenAccept(reading::obtrudeValue);
    return reading;
  }

  private Course read() {
    long start = System.nanoTime();
    Course read = reader.apply(roots);
    LOG.info(
        "Read {}: {} lessons, {} refused, {} mistakes, in {} ms",
        roots,
        read.lessons().size(),
        read.refused().size(),
        read.mistakes().size(),
        (System.nanoTime() - start) / 1_000_000);
    read.mistakes().forEach(LiveCourse::warn);
    return read;
  }

  private static Course drawn(Course read) {
    return warned(read, read.drawn());
  }

  /** A change is an author's at work; what is served unchanged was tested before. */
  private static Course tested(Course drawn) {
    return warned(drawn, drawn.tested());
  }

  private static Course warned(Course before, Course after) {
    after.mistakes().stream()
        .filter(each -> !before.mistakes().contains(each))
        .forEach(LiveCourse::warn);
    return after;
  }

  private static void warn(Mistake mistake) {
    LOG.warn("{}", mistake);
  }

  /** A number that changes with any file below the roots. */
  private long state() {
    return roots.stream().mapToLong(LiveCourse::stateBelow).sum();
  }

  private static long stateBelow(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.mapToLong(LiveCourse::state).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long state(Path file) {
    try {
      return 31L * file.toString().hashCode() + Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }
}
