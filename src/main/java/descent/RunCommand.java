package descent;

import descent.run.BadQuery;
import descent.run.Catalog;
import descent.run.Complaint;
import descent.run.RunService;
import descent.web.api.RunApi;
import java.io.PrintWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run}: one run as {@code /api/run} answers it; exit code 1 if the query is bad. */
@Command(
    name = "run",
    description = "Prints a run as /api/run answers it.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "QUERY",
      description = "Such as 'objective=rosenbrock&optimizer=adam(learning_rate=0.01)'.")
  private String query;

  @Override
  public Integer call() {
    var api = new RunApi(new RunService(Catalog.standard()));
    try {
      PrintWriter out = spec.commandLine().getOut();
      out.println(new String(api.json(parse(query)), StandardCharsets.UTF_8));
      out.flush();
      return 0;
    } catch (BadQuery e) {
      PrintWriter err = spec.commandLine().getErr();
      e.complaints().forEach(complaint -> err.println(words(complaint)));
      err.flush();
      return 1;
    }
  }

  private static String words(Complaint complaint) {
    return complaint.key() + ": " + complaint.message();
  }

  /** The values of each key, read as a server reads them. */
  static Map<String, List<String>> parse(String query) {
    var values = new LinkedHashMap<String, List<String>>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!pair.isEmpty()) {
        values.computeIfAbsent(decode(key), any -> new ArrayList<>()).add(decode(value));
      }
    }
    return values;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
