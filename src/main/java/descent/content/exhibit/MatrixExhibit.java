package descent.content.exhibit;

import descent.content.exhibit.Setting.Choice;
import descent.content.exhibit.Setting.Fixed;
import descent.content.exhibit.Setting.Scale;
import descent.content.exhibit.Setting.Seed;
import descent.content.exhibit.Setting.Slide;
import descent.content.exhibit.Setting.Text;
import descent.objective.FisherEstimate;
import descent.run.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * {@code ```{matrix}}: Kronecker products and what K-FAC makes of a Fisher matrix, as heat maps.
 *
 * @param a rows of A, square; never written
 * @param b rows of B, square; never written
 * @param blocks the trained network of the views {@code fisher} and {@code factors}
 */
public record MatrixExhibit(View view, double[][] a, double[][] b, FisherBlocks blocks)
    implements Exhibit {
  private static final int LARGEST = 4;
  private static final List<String> VIEWS = List.of("product", "fisher", "factors");
  private static final List<String> ESTIMATES = List.of("exact", "sampled", "empirical");

  /** What is shown. */
  enum View {
    PRODUCT,
    FISHER,
    FACTORS
  }

  /** Two matrices of two rows. */
  public static MatrixExhibit plain() {
    return new MatrixExhibit(
        View.PRODUCT,
        new double[][] {{1, 2}, {3, 4}},
        new double[][] {{0, 1}, {1, 1}},
        new FisherBlocks("blobs", 4, 100, 1, FisherEstimate.EXACT, 28, 0));
  }

  @Override
  public String name() {
    return "matrix";
  }

  @Override
  public String doc() {
    return """
    Shows matrices as heat maps, blue below zero and red above. `view: product` is a Kronecker \
    playground: `a` and `b` are square, rows separated by semicolons, and A⊗B stands beside its \
    inverse and A⁻¹⊗B⁻¹. `view: fisher` sets a layer's exact Fisher block beside K-FAC's G⊗A: a \
    network with `hidden` tanh units (0 is a softmax regression from zero) is trained for `steps` \
    on `data` (`blobs`, `moons`, `circles`, `spirals`); `layer` and `estimate` (`exact`, \
    `sampled`, `empirical`) are chosen. `view: factors` shows both factors of a softmax \
    regression on digits enlarged to `pixels`² and their whole product, downsampled.\
    """;
  }

  @Override
  public String example() {
    return """
    ```{matrix}
    id: product
    a: 1, 2; 3, 4
    b: 0, 1; 1, 1
    alt: Heat maps of a Kronecker product, of its inverse and of the product of the inverses.
    ```
    """;
  }

  @Override
  public MatrixExhibit with(Query query) {
    String word = query.word("view", word(view), VIEWS);
    View next = View.valueOf(word.toUpperCase(Locale.ROOT));
    int most = mostSteps(next);
    String estimate = query.word("estimate", word(blocks.estimate()), ESTIMATES);
    return new MatrixExhibit(
        next,
        rows(query, "a", a),
        rows(query, "b", b),
        new FisherBlocks(
            query.word("data", blocks.data(), FisherBlocks.DATA),
            (int) query.whole("hidden", blocks.hidden(), 0, 8),
            (int) query.whole("steps", Math.min(blocks.steps(), most), 0, most),
            (int) query.whole("layer", blocks.layer(), 1, 2),
            FisherEstimate.valueOf(estimate.toUpperCase(Locale.ROOT)),
            (int) query.whole("pixels", blocks.pixels(), 8, 28),
            query.whole("seed", blocks.seed(), 0, Long.MAX_VALUE)));
  }

  /** Steps on pictures cost more than on points. */
  private static int mostSteps(View view) {
    return view == View.FACTORS ? 50 : 500;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** A square matrix as {@code 1, 2; 3, 4}. */
  private static double[][] rows(Query query, String key, double[][] absent) {
    String text = query.text(key, written(absent));
    String[] lines = text.split(";", -1);
    double[][] rows = new double[lines.length][];
    for (int i = 0; i < lines.length; i++) {
      String[] cells = lines[i].split(",", -1);
      rows[i] = new double[cells.length];
      for (int j = 0; j < cells.length; j++) {
        rows[i][j] = number(cells[j]);
      }
    }
    boolean square = Arrays.stream(rows).allMatch(row -> row.length == rows.length);
    boolean finite =
        Arrays.stream(rows).flatMapToDouble(Arrays::stream).allMatch(v -> Math.abs(v) <= 1e6);
    if (square && finite && rows.length <= LARGEST) {
      return rows;
    }
    query.complain(
        key,
        text,
        "A square matrix of at most %d rows is right, such as '1, 2; 3, 4', with numbers up to a million."
            .formatted(LARGEST));
    return absent;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static String written(double[][] rows) {
    return Arrays.stream(rows)
        .map(row -> Setting.joined(row).replace(",", ", "))
        .collect(Collectors.joining("; "));
  }

  @Override
  public List<Setting> settings() {
    boolean product = view == View.PRODUCT;
    boolean fisher = view == View.FISHER;
    int most = mostSteps(view);
    return List.of(
        new Fixed("view", word(view)),
        shown(product, new Text("a", "A, rows separated by ;", written(a))),
        shown(product, new Text("b", "B", written(b))),
        shown(fisher, choice("data", "Data", blocks.data(), FisherBlocks.DATA)),
        shown(fisher, new Slide("hidden", "Hidden units", blocks.hidden(), 0, 8, Scale.INTEGER)),
        shown(
            !product, new Slide("steps", "Training steps", blocks.steps(), 0, most, Scale.INTEGER)),
        shown(
            fisher && blocks.hidden() > 0,
            new Slide("layer", "Layer", blocks.layer(), 1, 2, Scale.INTEGER)),
        shown(!product, choice("estimate", "Labels of G", word(blocks.estimate()), ESTIMATES)),
        new Fixed("pixels", Integer.toString(blocks.pixels())),
        shown(!product, new Seed("seed", blocks.seed())));
  }

  private static Choice choice(String name, String words, String value, List<String> all) {
    return new Choice(
        name, words, value, all.stream().map(each -> new Choice.Option(each, each)).toList());
  }

  private static Setting shown(boolean shown, Setting setting) {
    return shown ? setting : new Fixed(setting.name(), setting.value());
  }

  @Override
  public int columns() {
    return 3;
  }

  @Override
  public Drawing draw(double width, String alternative) {
    MatrixPicture picture = new MatrixPicture(width, alternative);
    return switch (view) {
      case PRODUCT -> picture.product(new KroneckerPair(a, b));
      case FISHER -> picture.fisher(blocks.comparison());
      case FACTORS -> picture.factors(blocks.factors());
    };
  }
}
