package descent.web.page;

import static j2html.TagCreator.*;

import descent.web.Routes;
import io.javalin.config.RoutesConfig;
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
      List.of("Written", "Device", "Memory", "Precision", "Copies", "Computes", "Starts in");

  private final Layout layout;
  private final Supplier<Table> table;

  /** The table is asked for with every page. */
  public DevicesPage(Layout layout, Supplier<Table> table) {
    this.layout = layout;
    this.table = table;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/devices", ctx -> layout.send(ctx, View.of("Devices", page(table.get()))));
  }

  private static DomContent page(Table table) {
    return main(
            header(
                    h1("Devices"),
                    p("A run says where it is computed: on this server's processor, or on an OpenCL"
                            + " device. The same formulas are printed for each.")
                        .withClass("stand"))
                .withClass("title"),
            section(
                table(
                        thead(tr(each(HEADS, head -> th(head)))),
                        tbody(each(table.rows(), DevicesPage::line)))
                    .attr("tabindex", "0"),
                p(table.check()),
                p(
                    "Rates are measured on this machine when the page is first opened: a copy in"
                        + " memory counts reading and writing; the processor computes a product of"
                        + " matrices, an OpenCL device a chain of multiplications and additions; a"
                        + " start is the time from asking for the smallest piece of work to its"
                        + " end.")))
        .withId("main")
        .withClass("wrap lesson");
  }

  private static TrTag line(Row row) {
    return tr(
        td(code(row.id())),
        td(text(row.name()), br(), small(row.check())),
        td(row.memory()),
        td(row.precision()),
        td(row.bandwidth()),
        td(row.operations()),
        td(row.launch()));
  }
}
