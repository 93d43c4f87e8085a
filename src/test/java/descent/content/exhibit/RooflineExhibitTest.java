package descent.content.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import descent.device.Card;
import descent.device.Cards;
import descent.device.Devices;
import descent.device.OnEachCard;
import descent.device.Roofline;
import descent.device.Roofline.Timed;
import descent.run.BadQuery;
import descent.run.Queries;
import descent.run.Query;
import java.util.List;
import org.junit.jupiter.api.Test;

class RooflineExhibitTest {
  private static RooflineExhibit exhibit(Devices devices, String query) {
    Query asked = new Query(Queries.parse(query));
    RooflineExhibit exhibit = RooflineExhibit.plain(devices).with(asked);
    asked.finish();
    return exhibit;
  }

  @Test
  void whoDrawsItFirstDoesNotWait() {
    try (Devices devices = new Devices()) {
      RooflineExhibit exhibit = exhibit(devices, "device=cpu");
      Drawing first = exhibit.draw(300, "");
      assertThat(first.news()).startsWith("Being measured");
      Drawing then = exhibit.awaited().draw(300, "");
      assertThat(then.panels()).hasSameSizeAs(first.panels());
      check(devices.roofline("cpu"), then);
      Roofline once = devices.roofline("cpu");
      assertThat(devices.roofline("cpu")).isSameAs(once);
      exhibit.renew();
      assertThat(devices.knownRoofline("cpu")).isEmpty();
      exhibit.renew();
      assertThat(devices.roofline("cpu")).isNotSameAs(once);
    }
  }

  @OnEachCard
  void aCardIsMeasuredToo(Card card) {
    String id = card.device().id();
    Drawing drawing = exhibit(Cards.DEVICES, "device=" + id).awaited().draw(300, "");
    check(Cards.DEVICES.roofline(id), drawing);
    assertThat(card.held()).isZero();
  }

  /** Every product that was timed has its row, and the roof is the smaller of its two sides. */
  private static void check(Roofline measured, Drawing drawing) {
    double ridge = measured.rates().ridge();
    assertThat(measured.roof(ridge / 4))
        .isCloseTo(measured.rates().operations() / 4, within(1e-6 * measured.rates().operations()));
    assertThat(measured.roof(4 * ridge)).isEqualTo(measured.rates().operations());
    for (List<Timed> all : List.of(measured.naive(), measured.tiled(), measured.layers())) {
      assertThat(all).hasSizeGreaterThan(2).allMatch(timed -> timed.seconds() > 0);
    }
    int rates = measured.rates().launch() > 0 ? 4 : 3;
    int products = measured.tiled().size() + measured.layers().size();
    assertThat(drawing.readings().rows()).hasSize(rates + 1 + products);
    assertThat(drawing.panels()).hasSize(3).allMatch(panel -> panel.svg().contains("<path"));
  }

  /** 2·B·784·1000 operations on 4·(B·784 + 784·1000 + B·1000) bytes. */
  @Test
  void operationsAByteAreThoseOfTheFormula() {
    assertThat(exhibit(Cards.DEVICES, "batch=64").quantities().get("operations_per_byte"))
        .isCloseTo(100_352_000 / (4 * 898_176.0), within(1e-9));
  }

  @Test
  void aDeviceThatIsNotThereIsDrawnAsItsReason() {
    Drawing drawing = exhibit(Cards.DEVICES, "device=opencl:99").awaited().draw(300, "");
    assertThat(drawing.news()).startsWith("There is no opencl:99 here");
    assertThat(drawing.panels()).hasSize(3);
    assertThatThrownBy(() -> exhibit(Cards.DEVICES, "device=reference"))
        .isInstanceOf(BadQuery.class)
        .hasMessageContaining("measured as cpu");
  }
}
