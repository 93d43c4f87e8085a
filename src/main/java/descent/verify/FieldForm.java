package descent.verify;

import static descent.verify.Functions.need;
import static descent.verify.Functions.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import descent.linalg.Matrix;
import descent.model.Network;
import descent.model.NetworkObjective;
import descent.objective.Evaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Fields of gradient, natural gradient and empirical Fisher directions on a straight line fitted to
 * data, and paths along them.
 */
final class FieldForm implements Form {
  private static final double DIRECTION = 1e-10;
  private static final double PATH = 1e-10;
  private static final double EMPIRICAL_PATH = 1e-8;
  private static final double STILL = 1e-9;
  private static final Map<String, String> METHODS =
      Map.of("gd", "gd", "ngd", "natural_gradient", "efgd", "empirical_fisher");

  @Override
  public boolean reads(JsonNode file) {
    return file.path("datasets").path(0).has("grid");
  }

  @Override
  public List<Verdict> verdicts(JsonNode file) {
    List<Verdict> verdicts = new ArrayList<>();
    for (JsonNode data : need(file, "datasets")) {
      NetworkObjective f = line(data);
      String id = need(data, "id").asText();
      verdicts.add(grid(id, data, f));
      need(data, "trajectories").forEach(path -> verdicts.add(path(id, path, f)));
    }
    return verdicts;
  }

  /** y ~ N(θ₀ + θ₁x, 1); the coordinates of the network are (θ₁, θ₀). */
  private static NetworkObjective line(JsonNode data) {
    double[][] x =
        Arrays.stream(numbers(need(data, "x")))
            .mapToObj(value -> new double[] {value})
            .toArray(double[][]::new);
    return Models.objective(Network.linear(1, 1), Matrix.of(x), numbers(need(data, "y")));
  }

  private static double[] swapped(double[] theta) {
    return new double[] {theta[1], theta[0]};
  }

  private static Verdict grid(String id, JsonNode data, NetworkObjective f) {
    Errors errors = new Errors();
    double[] ols = swapped(numbers(need(data, "ols")));
    errors.compare("loss_at_ols", f.value(ols), data.path("loss_at_ols"), 1e-12);
    for (int i = 0; i < 2; i++) {
      int row = i;
      errors.compare("fisher", swapped(f.fisher(ols)[1 - row]), data.path("fisher").path(i), 1e-12);
      errors.compare(
          "ef_at_ols",
          swapped(f.gradientSecondMoment(ols)[1 - row]),
          data.path("ef_at_ols").path(i),
          1e-12);
    }
    for (JsonNode row : need(data, "grid")) {
      point(errors, row, f);
    }
    return errors.verdict(id + " grid");
  }

  private static void point(Errors errors, JsonNode row, NetworkObjective f) {
    double[] x = {row.get(1).doubleValue(), row.get(0).doubleValue()};
    String at = "at (%s, %s)".formatted(row.get(0).asText(), row.get(1).asText());
    Evaluation here = f.at(x);
    errors.compare("loss " + at, here.value(), row.get(2), 1e-12);
    if (here.gradientNorm() <= STILL) {
      return;
    }
    double[] natural = Models.direction("natural_gradient(damping=0)", f, x);
    double[] empirical = Models.direction("empirical_fisher(damping=0)", f, x);
    for (int i = 0; i < 2; i++) {
      errors.compare("-g " + at, -here.gradient()[1 - i], row.get(3 + i), DIRECTION);
      errors.compare("ngd " + at, -natural[1 - i], row.get(5 + i), DIRECTION);
      errors.compare("ef " + at, -empirical[1 - i], row.get(7 + i), DIRECTION);
    }
    errors.compare("cos " + at, cosine(natural, empirical), row.get(9), DIRECTION);
  }

  private static double cosine(double[] a, double[] b) {
    return (a[0] * b[0] + a[1] * b[1]) / (Math.hypot(a[0], a[1]) * Math.hypot(b[0], b[1]));
  }

  private static Verdict path(String id, JsonNode path, NetworkObjective f) {
    String method = need(path, "method").asText();
    String name = id + " " + method;
    if (!METHODS.containsKey(method)) {
      return Verdict.skipped(
          name, "'%s' is no method; known: %s".formatted(method, METHODS.keySet()));
    }
    String damping = method.equals("gd") ? "" : ",damping=" + need(path, "damping").asText();
    String wire =
        "%s(learning_rate=%s%s)".formatted(METHODS.get(method), need(path, "lr").asText(), damping);
    double allowed = method.equals("efgd") ? EMPIRICAL_PATH : PATH;
    Errors errors = new Errors();
    JsonNode params = need(path, "params");
    Models.Path<?> ours = Models.Path.of(wire, swapped(numbers(params.get(0))));
    for (int t = 0; t < params.size(); t++) {
      errors.compare("params[" + t + "]", swapped(ours.x()), params.get(t), allowed);
      errors.compare("loss[" + t + "]", f.value(ours.x()), path.path("loss").path(t), allowed);
      ours.step(f);
    }
    return errors.verdict(name);
  }
}
