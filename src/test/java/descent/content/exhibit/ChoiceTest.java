package descent.content.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import descent.content.exhibit.Setting.Choice;
import descent.device.Cards;
import descent.linalg.Algebras;
import descent.run.Query;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an exhibit offers can be chosen. */
class ChoiceTest {
  static Stream<Exhibit> exhibits() {
    return Exhibits.all(Algebras.onDemand(), Cards.DEVICES).stream();
  }

  @ParameterizedTest
  @MethodSource("exhibits")
  void eachOptionIsDrawnWithTheOtherSettingsAsTheyAre(Exhibit exhibit) {
    for (Setting setting : exhibit.settings()) {
      if (setting instanceof Choice choice) {
        for (Choice.Option option : choice.options()) {
          Exhibit chosen = with(exhibit, choice.name(), option.value());
          assertThat(chosen.draw(568, "").numbers()).as(exhibit.name() + option).isNotEmpty();
        }
      }
    }
  }

  @Test
  void aFamilyThatCannotGiveTheLabelsIsNotOffered() {
    assertThat(families("-1,0,1")).isEmpty();
    assertThat(families("2,0,1")).containsExactly("gaussian", "poisson");
    assertThat(families("0,0,1"))
        .containsExactly("gaussian", "bernoulli", "probability", "poisson");
  }

  private static List<String> families(String targets) {
    return with(FisherExhibit.plain(), "targets", targets).settings().stream()
        .filter(Choice.class::isInstance)
        .flatMap(setting -> ((Choice) setting).options().stream())
        .map(Choice.Option::value)
        .toList();
  }

  private static Exhibit with(Exhibit exhibit, String name, String value) {
    Query query = new Query(Map.of(name, List.of(value)));
    Exhibit chosen = exhibit.with(query);
    query.finish();
    return chosen;
  }
}
