package descent.content.exhibit;

import static j2html.TagCreator.*;

import descent.plot.Numbers;
import descent.plot.Trace;
import descent.words.Words;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table of numbers, whose rows name the lines of the pictures.
 *
 * @param heads of the columns, that of the names first
 */
public record Readings(List<String> heads, List<Row> rows) {
  private static final int PHONE = 32;

  /**
   * One line of the table.
   *
   * @param trace how what it speaks of is drawn
   */
  public record Row(Optional<Trace> trace, String name, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  public Readings {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
  }

  static Readings under(String... heads) {
    return new Readings(List.of(heads), List.of());
  }

  Readings row(Trace trace, String name, double... values) {
    return with(new Row(Optional.of(trace), name, written(values)));
  }

  Readings row(String name, double... values) {
    return with(new Row(Optional.empty(), name, written(values)));
  }

  Readings row(Trace trace, String name, String... cells) {
    return with(new Row(Optional.of(trace), name, List.of(cells)));
  }

  Readings words(String name, String... cells) {
    return with(new Row(Optional.empty(), name, List.of(cells)));
  }

  private Readings with(Row row) {
    List<Row> all = new ArrayList<>(rows);
    all.add(row);
    return new Readings(heads, all);
  }

  private static List<String> written(double... values) {
    return Arrays.stream(values)
        .mapToObj(value -> Double.isNaN(value) ? "–" : Numbers.reading(value))
        .toList();
  }

  /** The table as HTML, its heads and names in the reader's language. */
  public DomContent html(Words words) {
    return table(
            thead(tr(each(heads, head -> th(words.retell(head)).attr("scope", "col")))),
            tbody(each(rows, row -> html(row, words))))
        .withClass("readings" + (wide() ? " many" : ""));
  }

  /** Whether the numbers have no room beside their names on a phone, in letters. */
  private boolean wide() {
    int letters =
        rows.stream()
            .flatMap(row -> Stream.of(row.name().split(" ")))
            .mapToInt(String::length)
            .max()
            .orElse(0);
    for (int i = 0; i < heads.size() - 1; i++) {
      int column = i;
      letters +=
          1
              + rows.stream()
                  .filter(row -> column < row.cells().size())
                  .mapToInt(row -> row.cells().get(column).length())
                  .reduce(heads.get(column + 1).length(), Math::max);
    }
    return letters > PHONE;
  }

  private static DomContent html(Row row, Words words) {
    return tr(
        th(each(row.trace().stream().toList(), Readings::sample), text(words.retell(row.name())))
            .attr("scope", "row"),
        each(row.cells(), cell -> td(words.retell(cell))));
  }

  private static DomContent sample(Trace trace) {
    return rawHtml(
        "<svg class=\"sw %s\" viewBox=\"0 0 44 16\" aria-hidden=\"true\"><path class=\"ln\" stroke-dasharray=\"%s\" d=\"M1 8H43\"/></svg>"
            .formatted(trace.style(), trace.dash()));
  }
}
