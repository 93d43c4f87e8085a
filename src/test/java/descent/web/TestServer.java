package descent.web;

import descent.App;
import descent.content.Course;
import descent.store.MemoryStore;
import descent.store.Store;

/** A whole server on a free port of this machine. */
public final class TestServer implements AutoCloseable {
  private final Server server;

  /** Serves a small course with a lesson of each state. */
  public TestServer() {
    this(SampleCourse.course());
  }

  public TestServer(Course course) {
    this(course, new MemoryStore(), 0);
  }

  /** Serves the small course; what learners do goes to {@code store}, which stays the caller's. */
  public TestServer(Store store, int port) {
    this(SampleCourse.course(), store, port);
  }

  public TestServer(Course course, Store store) {
    this(course, store, 0);
  }

  private TestServer(Course course, Store store, int port) {
    server = new App().server(() -> course, store).start("127.0.0.1", port);
  }

  public int port() {
    return server.port();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  @Override
  public void close() {
    server.close();
  }
}
