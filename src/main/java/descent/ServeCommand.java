package descent;

import descent.store.Store;
import descent.web.Server;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code serve}: the course over HTTP, until it is stopped. */
@Command(
    name = "serve",
    description = "Serves the course; the verb when none is given.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @ParentCommand private App app;

  @Option(
      names = "--host",
      description = "Address to listen on (DESCENT_HOST; default ${DEFAULT-VALUE}).",
      defaultValue = "${env:DESCENT_HOST:-127.0.0.1}")
  private String host;

  @Option(
      names = "--port",
      description =
          "Port to listen on, 0 for any free one (DESCENT_PORT; default ${DEFAULT-VALUE}).",
      defaultValue = "${env:DESCENT_PORT:-7070}")
  private int port;

  @Mixin private ContentFolders content;
  @Mixin private DataFolder data;

  @Override
  public Integer call() throws InterruptedException {
    var course = new LiveCourse(content.roots(), app::course);
    Store store = data.open();
    Server server = app.server(course, store).start(host, port);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server, store)));
    LOG.info("The course is at http://{}:{}/", host, server.port());
    app.prepare();
    data.await(store);
    LOG.info("The work of learners is kept in {}", data);
    Thread.currentThread().join();
    return 0;
  }

  private static void close(Server server, Store store) {
    server.close();
    store.close();
  }
}
