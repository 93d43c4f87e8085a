package descent;

import descent.classroom.Attempts;
import descent.classroom.Drafts;
import descent.classroom.Events;
import descent.classroom.Learners;
import descent.classroom.Transcript;
import descent.content.Course;
import descent.content.Lesson;
import descent.content.Playground;
import descent.content.directive.CalculatorDirective;
import descent.content.directive.DerivativesDirective;
import descent.content.directive.Directive;
import descent.content.directive.Directives;
import descent.content.directive.MapDirective;
import descent.content.directive.MathDirective;
import descent.content.directive.QuizDirective;
import descent.content.directive.RaceDirective;
import descent.content.directive.RunDirective;
import descent.content.directive.TaylorDirective;
import descent.content.directive.TrainDirective;
import descent.content.directive.WorksDirective;
import descent.content.exhibit.ExhibitDirective;
import descent.content.exhibit.Exhibits;
import descent.content.source.EngineQuantities;
import descent.content.source.FormulaQuantities;
import descent.content.source.Quantity;
import descent.device.Devices;
import descent.linalg.Algebras;
import descent.model.Datasets;
import descent.optimizer.Optimizers;
import descent.run.Catalog;
import descent.run.RunService;
import descent.run.sweep.Settling;
import descent.run.sweep.SweepService;
import descent.run.training.LessonTable;
import descent.run.training.TrainCatalog;
import descent.run.training.TrainLimits;
import descent.run.training.TrainService;
import descent.store.Store;
import descent.web.Assets;
import descent.web.Errors;
import descent.web.Health;
import descent.web.LanguageChoice;
import descent.web.LearnerCookie;
import descent.web.Server;
import descent.web.api.AnswerApi;
import descent.web.api.CalculateApi;
import descent.web.api.CatalogApi;
import descent.web.api.DerivativesApi;
import descent.web.api.DraftApi;
import descent.web.api.EventApi;
import descent.web.api.ExhibitApi;
import descent.web.api.FieldApi;
import descent.web.api.QueryErrors;
import descent.web.api.RunApi;
import descent.web.api.SweepApi;
import descent.web.api.TaylorApi;
import descent.web.api.TrainApi;
import descent.web.api.WorkApi;
import descent.web.page.AuthorsPage;
import descent.web.page.BibliographyPage;
import descent.web.page.BlocksPage;
import descent.web.page.ContinuePage;
import descent.web.page.DevicesPage;
import descent.web.page.ErrorPage;
import descent.web.page.GlossaryPage;
import descent.web.page.IndexPage;
import descent.web.page.KeyboardPage;
import descent.web.page.Layout;
import descent.web.page.LessonPage;
import descent.web.page.MarkPage;
import descent.web.page.PlayPage;
import descent.web.page.ProgressApi;
import descent.web.page.SearchPage;
import descent.web.page.TalkPage;
import descent.web.page.WorkPage;
import descent.words.Languages;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Reads the command line and builds every object of the program by hand. */
@Command(
    name = "descent",
    description = "A live course on gradient-based optimization.",
    mixinStandardHelpOptions = true,
    version = "descent 1.0",
    subcommands = {
      ServeCommand.class,
      CheckCommand.class,
      RunCommand.class,
      RegradeCommand.class,
      VerifyCommand.class,
      DevicesCommand.class,
      BenchCommand.class
    })
public final class App {
  private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

  @Option(
      names = "--idx",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "Folder of the folders fashion-mnist and mnist with their IDX files (DESCENT_IDX; default"
              + " ${DEFAULT-VALUE}).",
      defaultValue = "${env:DESCENT_IDX:-" + Datasets.INSTALLED + "}")
  private Path images = Path.of(Datasets.INSTALLED);

  private final RunService runs = new RunService(Catalog.standard());
  private final Supplier<Algebras> algebras = Algebras.onDemand();
  private final Devices devices = new Devices(algebras);
  private final SweepService sweeps = new SweepService(runs.catalog(), THREADS, devices);
  private final TrainService trainings =
      new TrainService(
          new TrainCatalog(
              new Datasets(() -> images),
              new Optimizers(),
              TrainLimits.standard(),
              algebras,
              devices),
          THREADS / 2);

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(withVerb(arguments)));
  }

  static CommandLine commandLine() {
    return new CommandLine(new App()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** The course as it was written; without mistakes or with them, its blocks not yet drawn. */
  public Course course(Path... roots) {
    return course(List.of(roots));
  }

  Course course(List<Path> roots) {
    return Course.load(roots, directives(), quantities());
  }

  /** Loads in the background what the first training would wait for. */
  void prepare() {
    Thread loader = new Thread(algebras::get, "algebras");
    loader.setDaemon(true);
    loader.start();
  }

  /** All that expressions may ask for everywhere. */
  List<Quantity> quantities() {
    List<Quantity> all = new ArrayList<>(FormulaQuantities.all());
    all.addAll(new EngineQuantities(runs).all());
    return all;
  }

  /** All that an author can put between paragraphs. */
  Directives directives() {
    List<Directive> all = new ArrayList<>();
    all.add(new RunDirective(runs));
    all.add(new RaceDirective(runs));
    all.add(new MapDirective(runs, sweeps));
    all.add(new DerivativesDirective(runs.catalog()));
    all.add(new TaylorDirective(runs.catalog().problems()));
    all.add(new TrainDirective(trainings));
    Exhibits.all(algebras, devices).forEach(exhibit -> all.add(new ExhibitDirective(exhibit)));
    all.addAll(List.of(new CalculatorDirective(), new MathDirective(), new WorksDirective()));
    all.add(new QuizDirective(runs, trainings));
    return new Directives(all);
  }

  /** The whole server, not yet started; what learners do goes to {@code store}. */
  public Server server(Supplier<Course> course, Store store) {
    Clock clock = Clock.systemUTC();
    LearnerCookie cookie = new LearnerCookie(new Learners(store, clock));
    Attempts attempts = new Attempts(store, clock);
    Assets assets = new Assets(Packed.folder("static"));
    LanguageChoice language =
        new LanguageChoice(Languages.read(Packed.folder("static").resolve("words")));
    Examples examples = new Examples(directives(), quantities());
    Function<String, Transcript> transcripts = learner -> Transcript.of(store, learner);
    Layout layout = new Layout(assets, course, cookie, language, transcripts);
    Drafts drafts = new Drafts(store, clock);
    Events events = new Events(store, clock);
    Function<String, Optional<Lesson>> lessons = slug -> lesson(course, examples, slug);
    return new Server(
        new Errors(new ErrorPage(layout)),
        List.of(
            assets,
            language,
            new Health(),
            new QueryErrors(),
            new RunApi(runs),
            new DerivativesApi(runs.catalog()),
            new CalculateApi(),
            new FieldApi(runs.catalog()),
            new SweepApi(sweeps),
            new TrainApi(trainings, name -> table(lessons, name)),
            new CatalogApi(runs.catalog()),
            new TaylorApi(runs.catalog()),
            new ExhibitApi(Exhibits.all(algebras, devices), language),
            new IndexPage(layout, runs),
            new LessonPage(layout, drafts),
            new ProgressApi(layout),
            new AnswerApi(lessons, cookie, language, attempts, events, new MarkPage(layout)),
            new DraftApi(lessons, cookie, drafts),
            new EventApi(lessons, cookie, events),
            new WorkApi(cookie, transcripts),
            new WorkPage(layout, cookie),
            new ContinuePage(layout, cookie),
            new GlossaryPage(layout),
            new BibliographyPage(layout),
            new SearchPage(layout),
            new TalkPage(layout),
            new AuthorsPage(layout, examples::manual),
            new PlayPage(
                layout, new Playground(directives(), runs, new Settling(sweeps)), examples::figure),
            new BlocksPage(layout, examples::lesson),
            new KeyboardPage(layout),
            new DevicesPage(layout, new DeviceRows(devices))));
  }

  /** The table that a figure of a lesson shows, by {@code SLUG/FILE}. */
  private static Optional<LessonTable> table(
      Function<String, Optional<Lesson>> lessons, String name) {
    String slug = name.substring(0, Math.max(0, name.indexOf('/')));
    return lessons.apply(slug).stream()
        .flatMap(lesson -> lesson.blocks().stream())
        .flatMap(block -> block.lessonTable().stream())
        .filter(table -> table.name().equals(name))
        .findFirst();
  }

  private static Optional<Lesson> lesson(Supplier<Course> course, Examples examples, String slug) {
    return slug.equals(Examples.SLUG) ? Optional.of(examples.lesson()) : course.get().lesson(slug);
  }

  /** {@code serve} is the verb when none is given. */
  static String[] withVerb(String[] arguments) {
    boolean verbless =
        arguments.length == 0
            || arguments[0].startsWith("-")
                && !List.of("-h", "--help", "-V", "--version").contains(arguments[0]);
    if (!verbless) {
      return arguments;
    }
    var all = new String[arguments.length + 1];
    all[0] = "serve";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return all;
  }
}
