package descent.content.directive;

import static j2html.TagCreator.*;

import descent.content.markdown.Width;
import descent.content.source.Quantity;
import descent.content.source.Source;
import descent.words.Words;
import j2html.tags.DomContent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code ```{works}}: all that the course may cite, by decades, as stems and leaves. */
public final class WorksDirective implements Directive {
  private static final int DECADE = 10;

  private final Map<String, Work> works;

  /** Without works; a course has its own. */
  public WorksDirective() {
    this(Map.of());
  }

  private WorksDirective(Map<String, Work> works) {
    this.works = works;
  }

  @Override
  public Directive among(Map<String, Work> known) {
    return new WorksDirective(known);
  }

  @Override
  public String name() {
    return "works";
  }

  @Override
  public String doc() {
    return "All works of `references.yml` by decades, each with its first author and a link into"
        + " the bibliography, so that the lengths of the rows show when they appeared. Captions may"
        + " ask for their number, `works`, and for those `since(year)`.";
  }

  @Override
  public String example() {
    return """
    ```{works}
    id: decades
    title: What the course rests on
    alt: The works that are cited, by decades.
    ```
    """;
  }

  @Override
  public Block parse(Source source, Caption caption) {
    return new Works(caption, works);
  }

  private record Works(Caption caption, Map<String, Work> works) implements Block {

    @Override
    public Width width() {
      return Width.TEXT;
    }

    @Override
    public List<Quantity> quantities() {
      return List.of(
          new Quantity("works", "How many there are.", a -> works.size()),
          new Quantity("since(year)", "How many are from then or later.", a -> since(a.number(0))));
    }

    private double since(double year) {
      return works.values().stream().filter(work -> work.year() >= year).count();
    }

    @Override
    public DomContent html(Words words) {
      return figure(
              header(FigureHead.title(caption, words)).withClass("fh"),
              table(tbody(each(decades(), (decade, labels) -> row(decade, labels, words))))
                  .withClass("decades")
                  .attr("aria-label", caption.alternative().text()),
              figcaption(caption.text().inline()))
          .withClass("fig")
          .withId(caption.id());
    }

    private Map<Integer, List<String>> decades() {
      return works.keySet().stream()
          .sorted(Comparator.comparing(label -> works.get(label).year()))
          .collect(
              Collectors.groupingBy(
                  label -> works.get(label).year() / DECADE * DECADE,
                  TreeMap::new,
                  Collectors.toList()));
    }

    private DomContent row(int decade, List<String> labels, Words words) {
      return tr(
          th(words.say("{0}s", Integer.toString(decade))).attr("scope", "row"),
          td(Integer.toString(labels.size())),
          td(each(labels, label -> each(leaf(label), text(" ")))));
    }

    private DomContent leaf(String label) {
      Work work = works.get(label);
      return a(work.name())
          .withHref("/bibliography#" + label)
          .withTitle("%s, %s, %d".formatted(work.authors(), work.title(), work.year()));
    }
  }
}
