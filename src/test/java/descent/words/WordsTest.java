package descent.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private static final Words GERMAN =
      new Words(
          "de",
          "Deutsch",
          Map.of("step {0} of {1}", "von {1} der {0}."),
          Map.of("{0} step", "{0} Schritt", "{0} steps", "{0} Schritte"));
  private static final Languages BOTH = new Languages(List.of(Words.ENGLISH, GERMAN));

  @Test
  void valuesStandWhereTheTranslationPutsThem() {
    assertThat(GERMAN.say("step {0} of {1}", 3, "$9")).isEqualTo("von $9 der 3.");
    assertThat(Words.ENGLISH.say("step {0} of {1}", 3, "$9")).isEqualTo("step 3 of $9");
  }

  @Test
  void aNumberChoosesItsForm() {
    assertThat(GERMAN.count(1, "{0} step", "{0} steps")).isEqualTo("1 Schritt");
    assertThat(GERMAN.count(0, "{0} step", "{0} steps")).isEqualTo("0 Schritte");
  }

  @Test
  void whatHasNoTranslationIsSaidInEnglish() {
    assertThat(GERMAN.say("{0} is new, as is {1}", "this")).isEqualTo("this is new, as is {1}");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "de|de",
        "de-AT,de;q=0.9,en;q=0.8|de",
        "fr, de;q=0.5|de",
        "en-US,en;q=0.9,de;q=0.8|en",
        "de;q=0.3, en;q=0.7|en",
        "fr|en",
        "*|en",
        "''|en",
        ";;q=x,|en",
      },
      delimiter = '|')
  void theFirstLanguageWantedThatThereIsIsSpoken(String accepted, String language) {
    assertThat(BOTH.wanted(accepted).language()).isEqualTo(language);
  }
}
