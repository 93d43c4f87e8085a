package descent.content.exhibit;

import descent.content.exhibit.Setting.Place;
import descent.content.exhibit.Setting.Scale;
import descent.content.exhibit.Setting.Slide;
import descent.device.Device;
import descent.device.DeviceException;
import descent.device.Devices;
import descent.device.Roofline;
import descent.run.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ```{roofline}}: how fast a device of this server multiplies matrices, and what bounds it.
 *
 * @param device that is measured
 * @param batch that is pointed at
 */
public record RooflineExhibit(String device, int batch, Devices devices) implements Exhibit {
  static final int MOST = 2048;

  /** The processor, with a batch of 64. */
  public static RooflineExhibit plain(Devices devices) {
    return new RooflineExhibit(Device.CPU, 64, devices);
  }

  @Override
  public String name() {
    return "roofline";
  }

  @Override
  public String doc() {
    return """
    Measures a device of this server: how many bytes it copies and how many operations it does in \
    a second, which bound a layer of 784 inputs and 1,000 outputs like a roof; what a batch takes \
    for each of its examples; and the product of two square matrices by three plain loops and tile \
    by tile. `device` is `cpu` (the default) or an OpenCL device such as `opencl:0`, `batch` (64) \
    the one that is pointed at. It is measured when a reader comes to it first, and again when one \
    asks for it. Captions may \
    ask for `operations_per_byte`, which no clock enters.\
    """;
  }

  @Override
  public String example() {
    return """
    ```{roofline}
    id: roof
    title: What bounds a layer here
    batch: 64
    alt: Speed against operations a byte, rising along a slope and then along a level roof.
    ```
    """;
  }

  @Override
  public RooflineExhibit with(Query query) {
    String place = query.has("device") ? query.device() : device;
    if (place.equals(Device.REFERENCE)) {
      query.complain("device", place, "The processor is measured as cpu.");
    }
    return new RooflineExhibit(place, (int) query.whole("batch", batch, 1, MOST), devices);
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Place("device", "Device", device, this::places),
        new Slide("batch", "Batch", batch, 1, MOST, Scale.INTEGER_LOG));
  }

  private Map<String, String> places() {
    Map<String, String> places = new LinkedHashMap<>(devices.names());
    places.remove(Device.REFERENCE);
    return places;
  }

  @Override
  public Map<String, Double> quantities() {
    return Map.of("operations_per_byte", intensity());
  }

  /** Operations a byte of the layer for the batch. */
  double intensity() {
    return Roofline.operations(batch) / Roofline.bytes(batch);
  }

  @Override
  public RooflineExhibit awaited() {
    try {
      devices.roofline(device);
    } catch (DeviceException said) {
      // drawn as what it is
    }
    return this;
  }

  @Override
  public Optional<String> renewal() {
    return Optional.of("Measure again");
  }

  @Override
  public void renew() {
    devices.forgetRoofline(device);
  }

  @Override
  public int columns() {
    return 3;
  }

  @Override
  public Drawing draw(double width, String alternative) {
    try {
      Optional<Roofline> known = devices.knownRoofline(device);
      return known
          .map(measured -> new RooflinePicture(this, measured, width, alternative).drawing())
          .orElseGet(() -> empty("Being measured, which takes some seconds.", width, alternative));
    } catch (DeviceException failed) {
      return empty(failed.reason(), width, alternative);
    }
  }

  private Drawing empty(String why, double width, String alternative) {
    Readings readings = Readings.under(device).words(why);
    return new Drawing(RooflinePicture.empty(width, alternative), readings, quantities(), why);
  }
}
