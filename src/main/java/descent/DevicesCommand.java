package descent;

import descent.device.Devices;
import descent.web.page.DevicesPage;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code devices}: where runs can be computed here, and how fast. */
@Command(
    name = "devices",
    description = "Lists where runs can be computed, with measured rates.",
    mixinStandardHelpOptions = true)
final class DevicesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Devices devices = new Devices()) {
      DevicesPage.Table table = new DeviceRows(devices).get();
      table.rows().forEach(row -> out.println(line(row)));
      out.println(table.check());
    }
    out.flush();
    return 0;
  }

  private static String line(DevicesPage.Row row) {
    return "%-10s %s (%s): memory %s, precision %s, copies %s, computes %s, starts in %s"
        .formatted(
            row.id(),
            row.name(),
            row.check(),
            row.memory(),
            row.precision(),
            row.bandwidth(),
            row.operations(),
            row.launch());
  }
}
