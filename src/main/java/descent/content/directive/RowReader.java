package descent.content.directive;

import descent.content.directive.RunState.Row;
import descent.optimizer.OptimizerSpec;
import descent.optimizer.Optimizers;
import descent.plot.Trace;
import descent.run.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the rows of a figure from the fields of its form: hyperparameters as {@code KEY.NAME};
 * {@code optimizer=KEY} says that a row is on.
 *
 * @param initial the rows as the author wrote them
 */
record RowReader(Optimizers optimizers, List<Row> initial, Query query) {
  /** The rows, six at most; {@code keys} are all those of the query. */
  List<Row> read(Set<String> keys) {
    List<String> on = new ArrayList<>(query.all("optimizer"));
    Set<String> given = given(keys, on);
    boolean untouched = given.isEmpty();
    Set<String> order = order(given);
    List<Row> rows = new ArrayList<>();
    List<Trace> traces = Trace.of(order.stream().limit(6).map(RowReader::name).toList());
    for (String key : order) {
      optimizer(key)
          .filter(spec -> rows.size() < traces.size())
          .ifPresent(
              spec ->
                  rows.add(
                      new Row(key, spec, traces.get(rows.size()), untouched || on.contains(key))));
    }
    return rows;
  }

  /** The rows of which the form says anything. */
  private static Set<String> given(Set<String> keys, List<String> on) {
    Set<String> given = new LinkedHashSet<>(on);
    keys.stream()
        .filter(key -> key.contains(".") && !key.startsWith("param."))
        .map(key -> key.substring(0, key.indexOf('.')))
        .forEach(given::add);
    return given;
  }

  /** The figure's own rows first; all of them where none is given. */
  private Set<String> order(Set<String> given) {
    Set<String> order = new LinkedHashSet<>();
    initial.stream()
        .map(Row::key)
        .filter(key -> given.isEmpty() || given.contains(key))
        .forEach(order::add);
    order.addAll(given);
    return order;
  }

  private Optional<OptimizerSpec> optimizer(String key) {
    String base =
        initial.stream()
            .filter(row -> row.key().equals(key))
            .map(row -> row.optimizer().wire())
            .findFirst()
            .orElse(name(key));
    try {
      OptimizerSpec spec = optimizers.parse(base);
      Map<String, String> pairs = pairs(spec.wire());
      spec.optimizer()
          .hyperparameters()
          .forEach(
              h ->
                  pairs.computeIfPresent(
                      h.name(), (n, value) -> query.text(key + "." + n, value).strip()));
      return Optional.of(optimizers.parse(wire(name(key), pairs)));
    } catch (IllegalArgumentException e) {
      query.complain(key, base, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static String wire(String name, Map<String, String> pairs) {
    return pairs.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + pair.getValue())
        .collect(Collectors.joining(",", name + "(", ")"));
  }

  private static Map<String, String> pairs(String wire) {
    Map<String, String> pairs = new LinkedHashMap<>();
    String inside = wire.substring(wire.indexOf('(') + 1, wire.length() - 1);
    Arrays.stream(inside.split(","))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> pairs.put(pair[0], pair[1]));
    return pairs;
  }

  private static String name(String key) {
    return key.replaceFirst("-\\d+$", "");
  }
}
