package descent.content.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descent.linalg.Algebras;
import descent.run.Query;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpectrumExhibitTest {
  @Test
  void lanczosAgreesWithTheExactSpectrumAndTrainingLowersTheLoss() {
    Query query = new Query(Map.of("hidden", List.of("3"), "steps", List.of("100")));
    SpectrumExhibit exhibit = SpectrumExhibit.plain(Algebras.onDemand()).with(query);
    query.finish();
    Map<String, Double> numbers = exhibit.draw(500, "").numbers();
    assertThat(numbers.get("parameters")).isEqualTo(235);
    for (String when : List.of("start", "end")) {
      double exact = numbers.get("exact_largest_" + when);
      assertThat(exact).isPositive();
      assertThat(numbers.get("largest_" + when)).isCloseTo(exact, within(1e-6 * exact));
    }
    assertThat(numbers.get("loss_end")).isLessThan(numbers.get("loss_start"));
  }
}
