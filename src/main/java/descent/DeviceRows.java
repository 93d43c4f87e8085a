package descent;

import descent.device.Device;
import descent.device.DeviceException;
import descent.device.Devices;
import descent.device.Rates;
import descent.web.page.DevicesPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The devices in words, with their rates. */
final class DeviceRows implements Supplier<DevicesPage.Table> {
  private final Devices devices;

  DeviceRows(Devices devices) {
    this.devices = devices;
  }

  @Override
  public DevicesPage.Table get() {
    List<DevicesPage.Row> rows = new ArrayList<>();
    devices.all().forEach(device -> rows.add(row(device)));
    return new DevicesPage.Table(rows, devices.check() + ".");
  }

  private DevicesPage.Row row(Device device) {
    String memory = device.memory() == 0 ? "–" : "%.1f GB".formatted(device.memory() / 1e9);
    String precision = device.hasDouble() ? "single, double" : "single";
    try {
      Rates rates = devices.rates(device.id());
      String launch = rates.launch() == 0 ? "–" : number(1e6 * rates.launch()) + " µs";
      return new DevicesPage.Row(
          device.id(),
          device.name(),
          device.check(),
          memory,
          precision,
          number(rates.bandwidth() / 1e9) + " GB/s",
          number(rates.operations() / 1e9) + " GFLOP/s",
          launch);
    } catch (DeviceException failed) {
      return new DevicesPage.Row(
          device.id(), device.name(), failed.reason(), memory, precision, "–", "–", "–");
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
  }
}
