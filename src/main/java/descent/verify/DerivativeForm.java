package descent.verify;

import com.fasterxml.jackson.databind.JsonNode;
import descent.linalg.SymmetricEigen;
import descent.objective.Evaluation;
import descent.objective.Formula;
import java.util.ArrayList;
import java.util.List;

/** Values, gradients, Hessians, eigenvalues and Taylor approximations of expressions at points. */
final class DerivativeForm implements Form {
  private static final double TOLERANCE = 1e-12;
  private static final double HESSIAN_TOLERANCE = 1e-11;

  @Override
  public boolean reads(JsonNode file) {
    return file.path("items").path(0).has("points");
  }

  @Override
  public List<Verdict> verdicts(JsonNode file) {
    List<Verdict> verdicts = new ArrayList<>();
    file.path("items").forEach(item -> verdicts.add(verdict(item)));
    return verdicts;
  }

  private static Verdict verdict(JsonNode item) {
    Formula f = Functions.formula(item);
    Errors errors = new Errors();
    item.path("points").forEach(point -> compare(f, point, errors));
    return errors.verdict(Functions.need(item, "id").asText());
  }

  private static void compare(Formula f, JsonNode point, Errors errors) {
    double[] x = Functions.numbers(Functions.need(point, "at"));
    Evaluation at = f.at(x);
    double[][] hessian = f.hessian(x);
    errors.compare("value", at.value(), point.path("value"), TOLERANCE);
    errors.compare("grad", at.gradient(), point.path("grad"), TOLERANCE);
    for (int i = 0; i < x.length; i++) {
      errors.compare(
          "hessian[" + i + "]", hessian[i], point.path("hessian").path(i), HESSIAN_TOLERANCE);
    }
    errors.compare(
        "hessian_eigenvalues",
        SymmetricEigen.of(hessian).values(),
        point.path("hessian_eigenvalues"),
        HESSIAN_TOLERANCE);
    point.path("taylor").forEach(taylor -> compare(f, at, hessian, taylor, errors));
  }

  private static void compare(
      Formula f, Evaluation at, double[][] hessian, JsonNode taylor, Errors errors) {
    double[] delta = Functions.numbers(Functions.need(taylor, "delta"));
    double first = at.value();
    double second = 0;
    for (int i = 0; i < delta.length; i++) {
      first += at.gradient()[i] * delta[i];
      for (int j = 0; j < delta.length; j++) {
        second += delta[i] * hessian[i][j] * delta[j] / 2;
      }
    }
    errors.compare("first_order", first, taylor.path("first_order"), TOLERANCE);
    errors.compare("second_order", first + second, taylor.path("second_order"), TOLERANCE);
    double exact = f.value(Functions.numbers(Functions.need(taylor, "eval_at")));
    errors.compare("exact", exact, taylor.path("exact"), TOLERANCE);
  }
}
