package descent.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import descent.content.exhibit.Exhibits;
import descent.device.Cards;
import descent.linalg.Algebras;
import descent.run.Catalog;
import descent.run.RunService;
import descent.web.LanguageChoice;
import descent.words.Languages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exhibits over the wire: their numbers against closed forms, their refusals. */
class ExhibitApiTest {
  private static final Api API =
      new Api(
          new RunService(Catalog.standard()),
          new ExhibitApi(
              Exhibits.all(Algebras.onDemand(), Cards.DEVICES),
              new LanguageChoice(Languages.ENGLISH)));

  @AfterAll
  static void close() {
    API.close();
  }

  private static JsonNode numbers(String target) {
    return API.json("/api/exhibit/" + target).get("numbers");
  }

  @ParameterizedTest
  @CsvSource({
    "fisher_11, .284521", "fisher_12, .372748", "fisher_22, .514974",
    "gauss_newton_12, .372748", "hessian_12, .037778", "hessian_22, 1.182936",
    "empirical_11, .116921", "empirical_12, .138315", "empirical_22, .170505",
  })
  void theMatricesOfThreeExamplesAreThoseComputedElsewhere(String name, double value) {
    JsonNode numbers = numbers("fisher?model=x*tanh(y*t)&at=1,0.5");
    assertThat(numbers.get(name).asDouble()).isCloseTo(value, within(5e-7));
  }

  /** Displacements from the best line (1, 2) on the whole distribution, one with misfit. */
  @ParameterizedTest
  @CsvSource({
    "1;4, natural_1, 0",
    "1;4, natural_2, -2",
    "1;4, empirical_1, -.923248",
    "1;4, empirical_2, .371703",
    "1;4, cosine, -.373472",
    "1.1;2.1, empirical_1, -1.166667",
    "1.1;2.1, cosine, .862163",
    "5;6, cosine, .460153",
    "3;2, cosine, 1",
    "1;2, optimum_trace_ratio, .09",
  })
  void directionsOnTheWholeDistributionAreThoseComputedElsewhere(
      String start, String name, double value) {
    JsonNode numbers = numbers("field?noise=0.3&start=" + start.replace(';', ','));
    assertThat(numbers.get(name).asDouble()).isCloseTo(value, within(5e-7));
  }

  @Test
  void misfitMakesTheEmpiricalFisherLargeAtTheBestLine() {
    double ratio = .09 + 1.5 * 1.5 * (2 * 4 / 45.0 + 1 / 7.0 - 2 / 15.0 + 1 / 27.0) / (7 / 3.0);
    JsonNode numbers = numbers("field?noise=0.3&misfit=1.5");
    assertThat(numbers.get("optimum_1").asDouble()).isCloseTo(1.5, within(1e-12));
    assertThat(numbers.get("optimum_trace_ratio").asDouble()).isCloseTo(ratio, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "rulers, gradient_2, 10",
    "rulers, euclidean_slope, -10.770330",
    "rulers, largest_slope, -14",
    "rulers, sum_slope, -10",
    "rulers, exact_rate, .1141732",
    "rulers, ratio, .0437931",
    "rulers?rate=0.1, ratio, .4379310",
    "rulers?objective=3*x-4*y&at=0;0, sum_slope, -4",
    "rulers?objective=x*y&at=1;2, ratio, .004",
  })
  void slopesAndStepsAreThoseComputedElsewhere(String target, String name, double value) {
    JsonNode numbers = numbers(target.replace(';', ','));
    assertThat(numbers.get(name).asDouble()).isCloseTo(value, within(5e-7));
  }

  @ParameterizedTest
  @CsvSource({
    "matrix, determinant, 4",
    "matrix, trace, 5",
    "matrix, difference, 0",
    "matrix?b=2, trace, 10",
    "matrix?a=1;0;0;1, determinant, 1",
    "matrix?view=fisher&hidden=0&steps=0, relative_error, 0",
    "matrix?view=factors&steps=0, size, 7850",
    "matrix?view=factors&steps=0, entries, 61622500",
    "matrix?view=factors, size, 7850",
    "matrix?view=factors&steps=0, loss, 2.302585093",
  })
  void kroneckerProductsAreThoseOfTheirFactors(String target, String name, double value) {
    String rows = target.replace("a=1;0;0;1", "a=1,0%3B0,1");
    assertThat(numbers(rows).get(name).asDouble()).isCloseTo(value, within(1e-9 + 1e-9 * value));
  }

  @Test
  void aTrainedNetworkIsNoLongerAKroneckerProduct() {
    JsonNode numbers = numbers("matrix?view=fisher&hidden=0&steps=100&data=moons");
    assertThat(numbers.get("relative_error").asDouble()).isBetween(0.01, 1.0);
    double exact = numbers.get("trace_fisher").asDouble();
    assertThat(numbers.get("trace_product").asDouble()).isNotCloseTo(exact, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "manifold, distance, 4.9858019",
    "manifold, straight, 8",
    "manifold, apex, 1.5",
    "manifold?start=0;.1&end=1;.1, divergence, 50",
    "manifold?view=fit&steps=10, natural_logarithm_deviation, 1.404725",
    "manifold?view=fit&steps=10, natural_natural_mean, 1.293363",
    "manifold?view=balls&start=0;0.5&radius=0.25, right, .125",
    "manifold?view=balls&start=0;0.5&radius=0.25, up, .127687",
    "manifold?view=balls&start=0;0.5&level=0.1, shift, .223607",
    "globe, distance, 6671.695598",
    "globe, straight, 7076.401800",
    "globe, apex, 54.735610",
  })
  void distancesAndFitsAreThoseComputedElsewhere(String target, String name, double value) {
    JsonNode numbers = numbers(target.replace(';', ','));
    assertThat(numbers.get(name).asDouble()).isCloseTo(value, within(1e-6));
  }

  @Test
  void theGapIsTheTrueRiskLessTheEmpiricalOne() {
    JsonNode numbers = numbers("erm?size=200&degree=3&seed=5");
    assertThat(numbers.get("best_risk").asDouble()).isCloseTo(.094390, within(5e-7));
    double risk = numbers.get("true_risk").asDouble();
    assertThat(risk).isBetween(.094390, .12);
    assertThat(risk - numbers.get("empirical_risk").asDouble())
        .isCloseTo(numbers.get("gap").asDouble(), within(1e-12));
  }

  @Test
  void picturesComeWithScalesAndHandles() {
    JsonNode map = API.json("/api/exhibit/fisher?at=1,0.5&width=400").get("panels").get(0);
    assertThat(map.get("svg").asText()).contains("viewBox=\"0 0 400 288\"", "<circle");
    JsonNode handle = map.get("handles").get(0);
    assertThat(handle.get("moves").asText()).isEqualTo("at");
    assertThat(handle.get("x").asDouble()).isEqualTo(1);
    assertThat(map.get("x").get("to").asDouble()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "fisher?model=x*(t, model, not closed",
    "fisher?model=q*t, model, q",
    "fisher?at=1;2;3, at, from 1 to 2",
    "fisher?draws=0, draws, 'from 1 to 10,000'",
    "fisher?family=cauchy, family, gaussian",
    "fisher?targets=1;2, targets, 3 inputs and 2 targets",
    "fisher?family=bernoulli&targets=0;1;2, targets, from 0 to 1",
    "fisher?level=NaN, level, should be a number",
    "fisher?shape=round, shape, unknown",
    "erm?truth=1/x, truth, no value at x = 0.0",
    "erm?truth=y, truth, y",
    "erm?degree=40, degree, from 0 to 12",
    "rulers?objective=x*(y, objective, not closed",
    "rulers?objective=log(x)&at=-1;0, objective, 'no value at (-1,0)'",
    "rulers?objective=x*z, objective, z",
    "rulers?rate=0, rate, from 1e-4 to 1",
    "rulers?length=long, length, unknown",
    "manifold?start=0;0, start, deviation from 0.02",
    "manifold?variance=0, variance, should be a number",
    "globe?start=0;90, start, The longitude is from",
    "matrix?a=1;2, a, square matrix",
    "matrix?a=x, a, square matrix",
    "matrix?hidden=0&layer=3, layer, from 1 to 2",
    "matrix?view=factors&steps=100, steps, from 0 to 50",
    "field?model_noise=0, model_noise, from 0.05 to 10",
    "field?size=1e9, size, 'from 0 to 2,000'",
    "field?start=1, start, 2 would be right",
  })
  void aWrongSettingIsNamedWithWhatWouldBeRight(String target, String key, String words) {
    JsonNode answer = API.json("/api/exhibit/" + target.replace(';', ','));
    assertThat(answer.get("status").asInt()).isEqualTo(400);
    assertThat(answer.get("errors").get(0).get("key").asText()).isEqualTo(key);
    assertThat(answer.get("errors").get(0).get("message").asText()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "fisher?family=probability&at=5;5&targets=0;1;1",
    "fisher?family=poisson&at=900;900&targets=0;1;2",
    "matrix?a=0",
    "matrix?a=1e6&b=1e-6",
    "field?noise=0&start=1;2",
    "field?size=1",
    "field?size=2&noise=0&misfit=1",
    "fisher?model=log(x)&at=-1;0",
    "rulers?objective=x*x%2By*y&at=0;0",
    "rulers?objective=sqrt(x)%2By&at=0;0",
    "fisher?view=divergence&model=1/x&at=0",
    "fisher?view=samples&family=poisson&model=x&at=50&inputs=0&targets=1",
  })
  void aPointOutsideTheDomainIsAPictureWithoutNumbers(String target) {
    JsonNode answer = API.json("/api/exhibit/" + target.replace(';', ','));
    assertThat(answer.get("panels").size()).isPositive();
    assertThat(answer.toString().contains("NaN")).isFalse();
  }
}
