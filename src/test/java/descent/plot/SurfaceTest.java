package descent.plot;

import static org.assertj.core.api.Assertions.assertThat;

import descent.run.Catalog;
import descent.run.Queries;
import descent.run.Result;
import descent.run.RunService;
import descent.run.RunSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurfaceTest {
  private static final Size SIZE = new Size(716, 464);
  private static final String TIP = "stroke=\"none\"";

  private final RunService runs = new RunService(Catalog.standard());

  private String surface(int step) {
    String query = "objective=himmelblau&steps=20&optimizer=gd&optimizer=adam";
    Result result = runs.result(RunSpec.decode(Queries.parse(query), runs.catalog()));
    return new RunPicture(
            result, result.spec().problem().box(), List.of(Trace.GD, Trace.ADAM), step, true)
        .surface("", SIZE);
  }

  @Test
  void eachHeadHasItsGradientAndItsNextStep() {
    assertThat(surface(5).split(TIP, -1)).hasSize(1 + 4);
  }

  @Test
  void theLastHeadHasNoNextStep() {
    assertThat(surface(20).split(TIP, -1)).hasSize(1 + 2);
  }
}
