package descent.content.search;

import static org.assertj.core.api.Assertions.assertThat;

import descent.App;
import descent.content.search.Search.Hit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader finds in the course as it ships. */
class SearchTest {
  private static final Search SEARCH = new Search(new App().course(Path.of("content")));

  private static List<String> addresses(String text) {
    return SEARCH.hits(text).stream().map(Hit::address).toList();
  }

  @Test
  void aTitleComesBeforeATextThatNamesIt() {
    assertThat(addresses("momentum").subList(0, 2))
        .containsExactlyInAnyOrder("/lessons/momentum", "/glossary#momentum");
  }

  @Test
  void sectionsFiguresAndTermsAreFound() {
    assertThat(addresses("valley"))
        .anyMatch(address -> address.equals("/lessons/momentum#valley"))
        .anyMatch(address -> address.equals("/lessons/momentum#the-trouble-with-valleys"));
    assertThat(addresses("condition number")).contains("/glossary#condition-number");
  }

  @Test
  void everyWordMustOccurInAnyFormAndTheLastMayBeUnfinished() {
    assertThat(addresses("gradients descends")).isEqualTo(addresses("gradient descend"));
    assertThat(addresses("precond")).contains("/lessons/preconditioning");
    assertThat(addresses("momentum zebra")).isEmpty();
  }

  @Test
  void anExcerptMarksWhatWasFoundAndKeepsFormulasWhole() {
    assertThat(SEARCH.hits("velocity"))
        .anyMatch(hit -> hit.excerpt().contains("<mark>velocity</mark>"));
    assertThat(SEARCH.hits("momentum"))
        .allSatisfy(
            hit ->
                assertThat(hit.excerpt())
                    .doesNotContainPattern("<span class=\"math\">[^<]*<mark>")
                    .doesNotContain("\u0001", "\u0002"));
  }

  @Test
  void noFormulaIsCutWhereASentenceWithinItEnds() {
    assertThat("abcdefghijklmnopqrstuvwxyz".split(""))
        .flatExtracting(SEARCH::hits)
        .isNotEmpty()
        .allSatisfy(hit -> assertThat(hit.excerpt()).doesNotContain("$", "↩"))
        .allSatisfy(
            hit ->
                assertThat(hit.excerpt().split("\\\\begin", -1))
                    .hasSameSizeAs(hit.excerpt().split("\\\\end\\{", -1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "the", "?!*:\"", "\\", "[a TO b]", "<script>", "a AND OR (", "~"})
  void anyTextIsAnswered(String text) {
    assertThat(SEARCH.hits(text))
        .allSatisfy(hit -> assertThat(hit.excerpt()).doesNotContain("<script"));
  }

  @Test
  void aTextOfAnyLengthIsAnswered() {
    assertThat(SEARCH.hits("gradient ".repeat(100_000))).isNotEmpty();
  }
}
