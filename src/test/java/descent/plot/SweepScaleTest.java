package descent.plot;

import static org.assertj.core.api.Assertions.assertThat;

import descent.device.Devices;
import descent.run.Catalog;
import descent.run.Queries;
import descent.run.sweep.Cells;
import descent.run.sweep.SweepService;
import descent.run.sweep.SweepSpec;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepScaleTest {
  private static final String LOSS = "over=start&measure=loss&";
  private final Catalog catalog = Catalog.standard();

  private Cells cells(String query) {
    try (SweepService service = new SweepService(catalog, 1, new Devices())) {
      SweepSpec spec = SweepSpec.decode(Queries.parse("resolution=16&" + query), catalog);
      return service.cells(spec, () -> true).orElseThrow();
    }
  }

  private long shades(Cells cells) {
    return perShade(cells).size();
  }

  private double mostInOneShade(Cells cells) {
    return Collections.max(perShade(cells).values()) / (double) cells.value().length;
  }

  private Map<Integer, Long> perShade(Cells cells) {
    SweepScale scale = SweepScale.of(cells);
    return IntStream.range(0, cells.value().length)
        .mapToObj(cell -> Math.min(7, (int) (8 * scale.part(cells.value()[cell]))))
        .collect(Collectors.groupingBy(shade -> shade, Collectors.counting()));
  }

  @Test
  void aFallWithoutEndIsShadedAllTheSame() {
    assertThat(shades(cells(LOSS + "objective=saddle&steps=200&optimizer=gd(learning_rate=0.01)")))
        .isGreaterThan(4);
  }

  @Test
  void fewStartsThatAreNearDoNotMakeAllOthersAsDark() {
    for (String query :
        new String[] {
          "rosenbrock&steps=5000&optimizer=gd(learning_rate=0.002)",
          "rotated_valley&steps=1000&optimizer=gd(learning_rate=0.01)",
          "booth&steps=500&optimizer=gd(learning_rate=0.02)"
        }) {
      Cells cells = cells("over=start&objective=" + query);
      assertThat(mostInOneShade(cells)).as(query).isLessThan(0.5);
      assertThat(SweepScale.of(cells).logarithmic()).isFalse();
    }
  }

  @Test
  void aLuckyRunDoesNotHideTheMinimumOfAllOthers() {
    Cells cells =
        cells("over=learning_rate,momentum&objective=rastrigin&steps=200&optimizer=momentum");
    assertThat(SweepScale.of(cells).low()).isBetween(4.9, 5.1);
  }

  @Test
  void fewRunsThatFellOutOfTheBoxDoNotHideTheOthers() {
    Cells cells = cells(LOSS + "objective=cubic&steps=20&optimizer=gd(learning_rate=0.01)");
    assertThat(SweepScale.of(cells).low()).isGreaterThan(cells.range()[0]);
  }

  @Test
  void valuesThatAreAllTheSameOrBeyondFloatsHaveAScale() {
    for (String objective : new String[] {"9e18", "1e308*(x%2By)", "-1e308*(x%2By)", "1e-320"}) {
      SweepScale scale =
          SweepScale.of(
              cells(LOSS + "objective=" + objective + "&steps=5&optimizer=gd(learning_rate=0.01)"));
      assertThat(scale.along(0, 100).ticks(5)).as(objective).isNotEmpty();
    }
  }
}
