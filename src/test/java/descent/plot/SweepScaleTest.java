package descent.plot;

import static org.assertj.core.api.Assertions.assertThat;

import descent.device.Devices;
import descent.run.Catalog;
import descent.run.Queries;
import descent.run.sweep.Cells;
import descent.run.sweep.SweepService;
import descent.run.sweep.SweepSpec;
import org.junit.jupiter.api.Test;

class SweepScaleTest {
  private final Catalog catalog = Catalog.standard();

  private Cells cells(String query) {
    try (SweepService service = new SweepService(catalog, 1, new Devices())) {
      SweepSpec spec =
          SweepSpec.decode(
              Queries.parse("over=start&measure=loss&resolution=16&" + query), catalog);
      return service.cells(spec, () -> true).orElseThrow();
    }
  }

  private long shades(Cells cells) {
    SweepScale scale = SweepScale.of(cells);
    return java.util.stream.IntStream.range(0, cells.value().length)
        .map(cell -> (int) (8 * scale.part(cells.value()[cell])))
        .distinct()
        .count();
  }

  @Test
  void aFallWithoutEndIsShadedAllTheSame() {
    assertThat(shades(cells("objective=saddle&steps=200&optimizer=gd(learning_rate=0.01)")))
        .isGreaterThan(4);
  }

  @Test
  void fewRunsThatFellOutOfTheBoxDoNotHideTheOthers() {
    Cells cells = cells("objective=cubic&steps=20&optimizer=gd(learning_rate=0.01)");
    assertThat(SweepScale.of(cells).low()).isGreaterThan(cells.range()[0]);
  }

  @Test
  void valuesThatAreAllTheSameOrBeyondFloatsHaveAScale() {
    for (String objective : new String[] {"9e18", "1e308*(x%2By)", "-1e308*(x%2By)", "1e-320"}) {
      SweepScale scale =
          SweepScale.of(
              cells("objective=" + objective + "&steps=5&optimizer=gd(learning_rate=0.01)"));
      assertThat(scale.along(0, 100).ticks(5)).as(objective).isNotEmpty();
    }
  }
}
