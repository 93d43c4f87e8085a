package descent.web.page;

import static descent.words.Words.key;
import static j2html.TagCreator.*;

import descent.web.Routes;
import descent.words.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import j2html.tags.DomContent;
import j2html.tags.specialized.TrTag;
import java.util.List;
import java.util.function.Supplier;

/** {@code /devices}: where this server can compute, with measured rates. */
public final class DevicesPage implements Routes {
  /**
   * What the page says.
   *
   * @param check one sentence on OpenCL
   */
  public record Table(List<Row> rows, String check) {
    public Table {
      rows = List.copyOf(rows);
    }
  }

  /** One device, in words. */
  public record Row(
      String id,
      String name,
      String check,
      String memory,
      String precision,
      String bandwidth,
      String operations,
      String launch) {}

  private static final List<String> HEADS =
      List.of(
          key("Written"),
          key("Device"),
          key("Memory"),
          key("Precision"),
          key("Copies"),
          key("Computes"),
          key("Starts in"));

  private final Layout layout;
  private final Supplier<Table> table;

  /** The table is asked for with every page. */
  public DevicesPage(Layout layout, Supplier<Table> table) {
    this.layout = layout;
    this.table = table;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/devices", this::show);
  }

  private void show(Context ctx) {
    Words words = layout.words(ctx);
    layout.send(ctx, View.of(words.say("Devices"), page(table.get(), words)));
  }

  private static DomContent page(Table table, Words words) {
    return main(
            header(
                    h1(words.say("Devices")),
                    p(words.say(
                            "A run says where it is computed: on this server's processor, or on an"
                                + " OpenCL device. The same formulas are printed for each."))
                        .withClass("stand"))
                .withClass("title"),
            section(
                table(
                        thead(tr(each(HEADS, head -> th(words.say(head))))),
                        tbody(each(table.rows(), row -> line(row, words))))
                    .withClass("many places")
                    .attr("tabindex", "0"),
                p(words.retell(table.check())),
                p(
                    words.say(
                        "Rates are measured on this machine when the page is first opened: a copy"
                            + " in memory counts reading and writing; the processor computes a"
                            + " product of matrices, an OpenCL device a chain of multiplications"
                            + " and additions; a start is the time from asking for the smallest"
                            + " piece of work to its end."))))
        .withId("main")
        .withClass("wrap lesson");
  }

  private static TrTag line(Row row, Words words) {
    return tr(
        th(code(row.id())).attr("scope", "row"),
        td(text(row.name()), br(), small(words.retell(row.check()))),
        td(row.memory()),
        td(words.retell(row.precision())),
        td(row.bandwidth()),
        td(row.operations()),
        td(row.launch()));
  }
}
