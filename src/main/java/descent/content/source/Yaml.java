package descent.content.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads YAML as nodes with lines; never makes an object from a tag. */
public final class Yaml {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setAllowDuplicateKeys(false)
          .setMaxAliasesForCollections(10)
          .setCodePointLimit(1_000_000)
          .build();

  private Yaml() {}

  /**
   * Reads a text that must be one mapping; an empty text is an empty one.
   *
   * @param line of the file at which the text's owner stands
   * @param offset the line of the text's first line in the file
   */
  public static Source read(Place place, int line, int offset, String text) {
    try {
      Optional<Node> root = new Compose(SETTINGS).composeString(text);
      if (root.isEmpty() || root.get() instanceof MappingNode) {
        return new Source(
            place, line, offset, root.map(MappingNode.class::cast), fingerprint(text));
      }
      return Source.broken(place, line, "this must hold 'name: value' lines");
    } catch (MarkedYamlEngineException e) {
      int at = e.getProblemMark().map(mark -> mark.getLine() + offset).orElse(line);
      return Source.broken(place, at, "this is not YAML: " + e.getProblem() + hint(e));
    } catch (YamlEngineException | StackOverflowError e) {
      return Source.broken(place, line, "this is not YAML: it is too deep or has odd characters");
    }
  }

  private static String fingerprint(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String hint(MarkedYamlEngineException e) {
    return e.getProblem().contains("mapping values are not allowed")
        ? "; put a text that contains ': ' in quotes"
        : "";
  }
}
