package descent.content.exhibit;

import descent.content.directive.Block;
import descent.content.directive.Caption;
import descent.content.directive.Directive;
import descent.content.source.Quantity;
import descent.content.source.Source;
import descent.run.BadQuery;
import descent.run.Complaint;
import descent.run.Query;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fence of an exhibit: its keys are those of the wire, so that one reader serves both.
 *
 * @param plain the state without any key
 */
public record ExhibitDirective(Exhibit plain) implements Directive {
  @Override
  public String name() {
    return plain.name();
  }

  @Override
  public String doc() {
    return plain.doc();
  }

  @Override
  public String example() {
    return plain.example();
  }

  @Override
  public Block parse(Source source, Caption caption) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Setting setting : plain.settings()) {
      if (source.has(setting.name())) {
        values.put(setting.name(), List.of(String.join(",", source.texts(setting.name()))));
      }
    }
    Query query = new Query(values);
    Exhibit exhibit = plain.with(query);
    try {
      query.finish();
    } catch (BadQuery e) {
      for (Complaint complaint : e.complaints()) {
        source.error(complaint.key(), complaint.message());
      }
    }
    return new ExhibitBlock(
        caption,
        shown(source),
        exhibit,
        exhibit,
        "",
        source.hasErrors() ? List.of() : quantities(exhibit));
  }

  private static List<Quantity> quantities(Exhibit exhibit) {
    return exhibit.quantities().entrySet().stream()
        .map(number -> new Quantity(number.getKey(), "As shown.", any -> number.getValue()))
        .toList();
  }

  /** The list {@code controls}: the settings that a reader may change; all where it is absent. */
  private Set<String> shown(Source source) {
    Set<String> known = new LinkedHashSet<>();
    plain.settings().forEach(setting -> known.add(setting.name()));
    if (!source.has("controls")) {
      return known;
    }
    List<String> given = source.texts("controls");
    for (String word : given) {
      if (!known.contains(word) && !word.equals("none")) {
        source.error("controls", "'%s' is unknown for controls; known: %s".formatted(word, known));
      }
    }
    return Set.copyOf(given);
  }
}
