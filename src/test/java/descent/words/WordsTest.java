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
          Map.of("{0} step", "{0} Schritt", "{0} steps", "{0} Schritte"),
          Map.of(
              "'{0}' should be from {1} to {2}.", "„{0}“ sollte von {1} bis {2} gehen.",
              "The {0} is {1}.", "{0}: {1}.",
              "at least {0}", "mindestens {0}",
              "risk", "Risiko"));
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

  @Test
  void whatWasToldInEnglishIsFoundAgainWithItsValues() {
    assertThat(GERMAN.retell("'risk, from 1' should be from 1,000 to 12,500.5."))
        .isEqualTo("„risk, from 1“ sollte von 1\u202f000 bis 12,500.5 gehen.");
    assertThat(GERMAN.retell("The risk is at least 3. A new sentence. The risk is risk."))
        .isEqualTo("Risiko: mindestens 3. A new sentence. Risiko: Risiko.");
    assertThat(GERMAN.retell("The risk is")).isEqualTo("The risk is");
    assertThat(Words.ENGLISH.retell("The risk is risk.")).isEqualTo("The risk is risk.");
  }

  @Test
  void thousandsAreApartBySpacesWhereverTheyStand() {
    assertThat(GERMAN.count(2, "{0} step", "{0} steps")).isEqualTo("2 Schritte");
    assertThat(GERMAN.say("{0} is new", "12,500")).isEqualTo("12\u202f500 is new");
    assertThat(GERMAN.pictures("<text x=\"1\">2,000</text>"))
        .isEqualTo("<text x=\"1\">2\u202f000</text>");
    assertThat(Words.ENGLISH.say("{0} is new", "12,500")).isEqualTo("12,500 is new");
  }

  @Test
  void theTextsOfPicturesAreRetold() {
    assertThat(
            GERMAN.pictures(
                "<svg><text x=\"1\">risk</text><path d=\"\"/><text>$0</text></svg>risk"))
        .isEqualTo("<svg><text x=\"1\">Risiko</text><path d=\"\"/><text>$0</text></svg>risk");
  }

  @Test
  void whatIsSaidInsteadOfAPictureIsRetoldOrMarkedAsEnglish() {
    assertThat(GERMAN.pictures("<svg role=\"img\" aria-label=\"Risk\"></svg>"))
        .isEqualTo("<svg role=\"img\" aria-label=\"Risiko\"></svg>");
    assertThat(GERMAN.pictures("<svg role=\"img\" aria-label=\"A valley.\"></svg>"))
        .isEqualTo("<svg role=\"img\" aria-label=\"A valley.\" lang=\"en\"></svg>");
    assertThat(GERMAN.pictures("<svg aria-label=\"Risiko\"></svg>"))
        .isEqualTo("<svg aria-label=\"Risiko\"></svg>");
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
