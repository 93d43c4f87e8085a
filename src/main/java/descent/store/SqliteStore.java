package descent.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * One SQLite file, written ahead (WAL) and synced at each commit.
 *
 * <p>Every transaction takes the write lock when it begins ({@code IMMEDIATE}), so that reading and
 * then writing never meets a busy database.
 */
public final class SqliteStore implements Store {
  private static final String ATTEMPT_COLUMNS =
      "id, learner, question, version, variant, drawn, asked, answer, at";
  private static final String DRAFT_COLUMNS =
      "learner, question, version, variant, answer, revision, at";

  private record Database(HikariDataSource source, Jdbi jdbi) {}

  private final CompletableFuture<Database> opening;

  /**
   * Begins to open {@code descent.db} in {@code folder}, creating both and bringing the tables up
   * to date. Each call waits for it, the first page of a server need not.
   */
  public SqliteStore(Path folder) {
    opening = CompletableFuture.supplyAsync(() -> open(folder), task -> new Thread(task).start());
  }

  /**
   * Waits until the database is open.
   *
   * @throws RuntimeException that says why it cannot be opened
   */
  public void await() {
    jdbi();
  }

  private static Database open(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the folder " + folder, e);
    }
    HikariDataSource source = new HikariDataSource(config(folder.resolve("descent.db")));
    Flyway.configure().dataSource(source).locations("classpath:descent/store").load().migrate();
    Jdbi jdbi = Jdbi.create(source);
    for (Class<?> row : List.of(Attempt.class, Marking.class, Draft.class, Event.class)) {
      jdbi.registerRowMapper(ConstructorMapper.factory(row));
    }
    return new Database(source, jdbi);
  }

  private static HikariConfig config(Path file) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:sqlite:" + file);
    config.addDataSourceProperty("journal_mode", "WAL");
    config.addDataSourceProperty("synchronous", "FULL");
    config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    config.addDataSourceProperty("busy_timeout", "10000");
    config.addDataSourceProperty("secure_delete", "true");
    config.setMaximumPoolSize(4);
    return config;
  }

  private Jdbi jdbi() {
    try {
      return opening.join().jdbi();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void enrol(String learner, String codeHash, long at) {
    execute("INSERT INTO learner (id, code_hash, at) VALUES (?, ?, ?)", learner, codeHash, at);
  }

  @Override
  public Optional<String> learner(String codeHash) {
    return jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT id FROM learner WHERE code_hash = :hash")
                    .bind("hash", codeHash)
                    .mapTo(String.class)
                    .findOne());
  }

  @Override
  public Attempt append(Attempt attempt, Marking marking) {
    return jdbi()
        .inTransaction(
            handle -> {
              int added =
                  handle
                      .createUpdate(
                          "INSERT INTO attempt (%s) VALUES (:id, :learner, :question, :version,"
                                  .formatted(ATTEMPT_COLUMNS)
                              + " :variant, :drawn, :asked, :answer, :at) ON CONFLICT (id) DO NOTHING")
                      .bindMethods(attempt)
                      .execute();
              if (added == 1) {
                insert(handle, marking);
              }
              return owned(handle, attempt);
            });
  }

  private static Attempt owned(Handle handle, Attempt attempt) {
    Attempt stored =
        handle
            .createQuery("SELECT %s FROM attempt WHERE id = :id".formatted(ATTEMPT_COLUMNS))
            .bind("id", attempt.id())
            .mapTo(Attempt.class)
            .one();
    if (!stored.learner().equals(attempt.learner())) {
      throw new IllegalArgumentException("attempt " + attempt.id() + " is another learner's");
    }
    return stored;
  }

  private static void insert(Handle handle, Marking marking) {
    handle
        .createUpdate(
            "INSERT INTO marking (attempt, version, mark, at)"
                + " VALUES (:attempt, :version, :mark, :at)")
        .bindMethods(marking)
        .execute();
  }

  @Override
  public void append(Marking marking) {
    jdbi().useTransaction(handle -> insert(handle, marking));
  }

  @Override
  public List<Marked> attempts(String learner) {
    return marked("learner = :learner", Map.of("learner", learner));
  }

  @Override
  public List<Marked> attempts(String learner, String question) {
    return marked(
        "learner = :learner AND question = :question",
        Map.of("learner", learner, "question", question));
  }

  @Override
  public List<Marked> attemptsAt(String question) {
    return marked("question = :question", Map.of("question", question));
  }

  private List<Marked> marked(String condition, Map<String, String> values) {
    return jdbi()
        .withHandle(
            handle -> {
              List<Attempt> attempts =
                  handle
                      .createQuery(
                          "SELECT %s FROM attempt WHERE %s ORDER BY serial"
                              .formatted(ATTEMPT_COLUMNS, condition))
                      .bindMap(values)
                      .mapTo(Attempt.class)
                      .list();
              Map<String, List<Marking>> markings =
                  handle
                      .createQuery(
                          "SELECT attempt, version, mark, at FROM marking WHERE attempt IN"
                              + " (SELECT id FROM attempt WHERE %s) ORDER BY serial"
                                  .formatted(condition))
                      .bindMap(values)
                      .mapTo(Marking.class)
                      .stream()
                      .collect(Collectors.groupingBy(Marking::attempt));
              return attempts.stream()
                  .filter(a -> markings.containsKey(a.id()))
                  .map(a -> new Marked(a, markings.get(a.id())))
                  .toList();
            });
  }

  @Override
  public Draft save(Draft draft) {
    return jdbi()
        .inTransaction(
            handle -> {
              int kept =
                  handle
                      .createUpdate(
                          "INSERT INTO draft (%s) VALUES".formatted(DRAFT_COLUMNS)
                              + " (:learner, :question, :version, :variant, :answer, :revision, :at)"
                              + " ON CONFLICT (learner, question) DO UPDATE SET"
                              + " version = excluded.version, variant = excluded.variant,"
                              + " answer = excluded.answer, revision = excluded.revision,"
                              + " at = excluded.at WHERE excluded.revision > draft.revision")
                      .bindMethods(draft)
                      .execute();
              return kept == 1 ? draft : kept(handle, draft);
            });
  }

  private static Draft kept(Handle handle, Draft draft) {
    return handle
        .createQuery(
            "SELECT %s FROM draft WHERE learner = :learner AND question = :question"
                .formatted(DRAFT_COLUMNS))
        .bindMethods(draft)
        .mapTo(Draft.class)
        .one();
  }

  @Override
  public List<Draft> drafts(String learner) {
    return jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT %s FROM draft WHERE learner = :learner ORDER BY question"
                            .formatted(DRAFT_COLUMNS))
                    .bind("learner", learner)
                    .mapTo(Draft.class)
                    .list());
  }

  @Override
  public void append(Event event) {
    jdbi()
        .useTransaction(
            handle ->
                handle
                    .createUpdate(
                        "INSERT INTO event (learner, verb, object, data, at)"
                            + " VALUES (:learner, :verb, :object, :data, :at)")
                    .bindMethods(event)
                    .execute());
  }

  @Override
  public List<Event> events(String learner) {
    return jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT learner, verb, object, data, at FROM event WHERE learner = :learner"
                            + " ORDER BY serial")
                    .bind("learner", learner)
                    .mapTo(Event.class)
                    .list());
  }

  @Override
  public void forget(String learner) {
    jdbi()
        .useTransaction(
            handle -> {
              handle.execute(
                  "DELETE FROM marking WHERE attempt IN (SELECT id FROM attempt WHERE learner = ?)",
                  learner);
              for (String table : List.of("attempt", "draft", "event")) {
                handle.execute("DELETE FROM " + table + " WHERE learner = ?", learner);
              }
              handle.execute("DELETE FROM learner WHERE id = ?", learner);
            });
    jdbi().useHandle(handle -> handle.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
  }

  private void execute(String sql, Object... arguments) {
    jdbi().useTransaction(handle -> handle.execute(sql, arguments));
  }

  @Override
  public void close() {
    opening.thenAccept(database -> database.source().close());
  }
}
