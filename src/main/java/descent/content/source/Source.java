package descent.content.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML mapping that knows the line of each key. A reader asks for the keys that it understands;
 * mistakes are reported with their lines and reading goes on with the default. Keys that nobody
 * asked for are reported by {@link #close}. Used by one reader, once.
 */
public final class Source {

  private final Place place;
  private final int line;
  private final int offset;
  private final Optional<MappingNode> node;
  private final String fingerprint;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<Source> children = new ArrayList<>();
  private final boolean isBroken;
  private boolean hasErrors;

  /**
   * @param line of the file at which the mapping's owner stands, such as its fence
   * @param offset of the YAML text's first line in the file
   * @param fingerprint of the YAML text
   */
  Source(Place place, int line, int offset, Optional<MappingNode> node, String fingerprint) {
    this(place, line, offset, node, fingerprint, false);
  }

  /** A mapping that could not be read, for a reason that is reported here. */
  static Source broken(Place place, int line, String message) {
    place.report(Mistake.error(place.file(), line, message));
    return new Source(place, line, line, Optional.empty(), "", true);
  }

  private Source(
      Place place,
      int line,
      int offset,
      Optional<MappingNode> node,
      String fingerprint,
      boolean isBroken) {
    this.place = place;
    this.isBroken = isBroken;
    this.line = line;
    this.offset = offset;
    this.node = node;
    this.fingerprint = fingerprint;
  }

  public String file() {
    return place.file();
  }

  /** The slug of the lesson. */
  public String lesson() {
    return place.lesson();
  }

  /** Changes with any character of the text that was read. */
  public String fingerprint() {
    return fingerprint;
  }

  public int line() {
    return line;
  }

  /** The line of a key, or of the whole mapping where the key is absent. */
  public int line(String key) {
    return tuple(key).map(tuple -> lineOf(tuple.getKeyNode())).orElse(line);
  }

  public boolean has(String key) {
    asked.add(key);
    return tuple(key).isPresent();
  }

  /** Names keys that would be asked for, had nothing else been wrong. */
  public void allow(String... keys) {
    asked.addAll(List.of(keys));
  }

  /** A required text; empty after the mistake that it is missing. */
  public String text(String key) {
    return required(key, "").map(node -> scalar(key, node)).orElse("");
  }

  public String text(String key, String absent) {
    return find(key).map(node -> scalar(key, node)).orElse(absent);
  }

  /**
   * The text of the file in the lesson's own folder that a key names.
   *
   * @param ending of its name, such as {@code .csv}
   */
  public Optional<String> beside(String key, String ending) {
    try {
      return Optional.of(TextFile.beside(place.folder(), text(key), ending));
    } catch (IllegalArgumentException e) {
      error(key, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** One of the given words. */
  public String word(String key, String absent, List<String> known) {
    String text = text(key, absent);
    if (!known.contains(text)) {
      error(key, "'" + text + "' is unknown for " + key + "; known: " + known);
      return absent;
    }
    return text;
  }

  public double number(String key, double absent, double least, double most) {
    return find(key).map(node -> number(key, node, absent, least, most)).orElse(absent);
  }

  public int integer(String key, int absent, int least, int most) {
    double value = number(key, absent, least, most);
    if (value != Math.rint(value)) {
      error(key, key + " must be a whole number, not " + plain(value));
      return absent;
    }
    return (int) value;
  }

  public boolean flag(String key, boolean absent) {
    return word(key, String.valueOf(absent), List.of("true", "false")).equals("true");
  }

  /** A list of texts; a single text is a list of one. */
  public List<String> texts(String key) {
    return elements(key).stream().map(element -> scalar(key, element)).toList();
  }

  /** A list of finite numbers; a single number is a list of one. */
  public double[] numbers(String key) {
    return elements(key).stream()
        .mapToDouble(element -> number(key, element, 0, -1e300, 1e300))
        .toArray();
  }

  /** A piece of markdown; empty where the key is absent. */
  public Prose prose(String key) {
    return find(key).map(node -> proseOf(key, node)).orElseGet(() -> place.prose("", line));
  }

  /** A list of pieces of markdown. */
  public List<Prose> proses(String key) {
    return elements(key).stream().map(element -> proseOf(key, element)).toList();
  }

  /** A list of expressions; a single one is a list of one. */
  public List<Expression> expressions(String key) {
    return elements(key).stream().map(node -> expression(key, node)).toList();
  }

  /** Rows of expressions, as in a matrix; a list of single ones is a column. */
  public List<List<Expression>> rows(String key) {
    return elements(key).stream()
        .map(node -> node instanceof SequenceNode row ? row.getValue() : List.of(node))
        .map(row -> row.stream().map(node -> expression(key, node)).toList())
        .toList();
  }

  private Expression expression(String key, Node node) {
    return new Expression(scalar(key, node).strip(), file(), lineOf(node), place::scope);
  }

  /** An expression that stands for an absent one. */
  public Expression constant(String text) {
    return new Expression(text, file(), line, place::scope);
  }

  /** A required expression. */
  public Expression expression(String key) {
    List<Expression> all = expressions(key);
    if (all.size() != 1) {
      error(key, "'" + key + "' must be one expression");
    }
    return all.isEmpty() ? constant("0") : all.get(0);
  }

  /** A list of mappings; each must be closed by the caller or with this one. */
  public List<Source> items(String key) {
    List<Source> items =
        elements(key).stream().flatMap(element -> mapping(key, element).stream()).toList();
    children.addAll(items);
    return items;
  }

  /** A mapping inside this one. */
  public Optional<Source> item(String key) {
    Optional<Source> item = find(key).flatMap(node -> mapping(key, node));
    item.ifPresent(children::add);
    return item;
  }

  /** The keys that are written here, in order. */
  public List<String> keys() {
    return tuples().stream().map(tuple -> keyOf(tuple)).toList();
  }

  /** Reports a mistake at the line of a key; nothing after the YAML itself was wrong. */
  public void error(String key, String message) {
    hasErrors = true;
    report(Mistake.error(file(), line(key), message));
  }

  public void warning(String key, String message) {
    report(Mistake.warning(file(), line(key), message));
  }

  private void report(Mistake mistake) {
    if (!isBroken) {
      place.report(mistake);
    }
  }

  /** Whether the YAML itself could not be read, so that every key seems absent. */
  public boolean isBroken() {
    return isBroken;
  }

  public boolean hasErrors() {
    return isBroken || hasErrors || children.stream().anyMatch(Source::hasErrors);
  }

  /** Reports every key that was not asked for or stands twice, here and below. */
  public void close() {
    var seen = new HashSet<String>();
    for (NodeTuple tuple : tuples()) {
      String key = keyOf(tuple);
      if (!asked.contains(key)) {
        List<String> known = asked.stream().sorted().toList();
        errorAt(tuple.getKeyNode(), "'" + shorten(key) + "' is unknown here; known: " + known);
      } else if (!seen.add(key)) {
        errorAt(tuple.getKeyNode(), "'" + shorten(key) + "' stands here twice");
      }
    }
    children.forEach(Source::close);
  }

  private List<NodeTuple> tuples() {
    return node.map(MappingNode::getValue).orElse(List.of());
  }

  private Optional<NodeTuple> tuple(String key) {
    return tuples().stream().filter(tuple -> keyOf(tuple).equals(key)).findFirst();
  }

  private Optional<Node> find(String key) {
    asked.add(key);
    return tuple(key).map(NodeTuple::getValueNode);
  }

  private Optional<Node> required(String key, String hint) {
    Optional<Node> node = find(key);
    if (node.isEmpty()) {
      error(key, "'" + key + "' is missing" + hint);
    }
    return node;
  }

  private List<Node> elements(String key) {
    return find(key)
        .map(node -> node instanceof SequenceNode list ? list.getValue() : List.of(node))
        .orElse(List.of());
  }

  private String scalar(String key, Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    errorAt(node, key + " must be a text, not a " + kind(node));
    return "";
  }

  private double number(String key, Node node, double absent, double least, double most) {
    String text = scalar(key, node);
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      errorAt(node, key + " must be a number, not '" + shorten(text) + "'");
      return absent;
    }
    if (!(value >= least && value <= most)) {
      errorAt(node, key + " must be from " + plain(least) + " to " + plain(most) + ", not " + text);
      return absent;
    }
    return value;
  }

  private Prose proseOf(String key, Node node) {
    boolean block =
        node instanceof ScalarNode scalar
            && switch (scalar.getScalarStyle()) {
              case LITERAL, FOLDED -> true;
              default -> false;
            };
    return place.prose(scalar(key, node).strip(), lineOf(node) + (block ? 1 : 0));
  }

  private Optional<Source> mapping(String key, Node node) {
    if (node instanceof MappingNode mapping) {
      return Optional.of(
          new Source(place, lineOf(node), offset, Optional.of(mapping), fingerprint));
    }
    errorAt(node, key + " must hold 'name: value' lines, not a " + kind(node));
    return Optional.empty();
  }

  private void errorAt(Node node, String message) {
    hasErrors = true;
    report(Mistake.error(file(), lineOf(node), message));
  }

  private int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + offset).orElse(line);
  }

  private static String keyOf(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
  }

  private static String kind(Node node) {
    return node instanceof SequenceNode ? "list" : node instanceof MappingNode ? "mapping" : "text";
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  private static String shorten(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
