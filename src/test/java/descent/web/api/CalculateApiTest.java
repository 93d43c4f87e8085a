package descent.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import descent.web.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalculateApiTest {
  private static final TestServer SERVER = new TestServer();

  @AfterAll
  static void close() {
    SERVER.close();
  }

  private static HttpResponse<String> get(String query) throws IOException, InterruptedException {
    URI uri = URI.create(SERVER.url("/api/calculate?" + query));
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  @Test
  void aFormulaMayUseThoseBeforeIt() throws Exception {
    String query =
        "param.n=10&formula=square%3Dn%5E2&formula=half%3Dsquare/2&formula=no%3Dlog(0-n)";
    assertThat(get(query).body()).isEqualTo("{\"square\":100.0,\"half\":50.0,\"no\":null}");
  }

  @ParameterizedTest
  @CsvSource({
    "formula=a%3Dn, param.n",
    "formula=n%5E2, A name and a formula",
    "param.n=1, '0 given; 1 to 24'",
    "param.n=1&formula=a%3D(n, bracket",
    "param.n=x&formula=a%3D1, finite",
    "formula=a%3D1&else=2, unknown",
  })
  void whatIsWrongIsNamed(String query, String words) throws Exception {
    HttpResponse<String> answer = get(query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(words);
  }
}
