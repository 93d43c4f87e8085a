package descent.verify;

import static descent.verify.Functions.need;
import static descent.verify.Functions.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import descent.curvature.FisherMatrices;
import descent.curvature.Kronecker;
import descent.linalg.EjmlAlgebra;
import descent.linalg.Matrix;
import descent.model.NetworkObjective;
import descent.objective.Evaluation;
import descent.objective.FisherEstimate;
import descent.objective.Layered;
import java.util.ArrayList;
import java.util.List;

/** Gradients, Hessians, Fisher matrices and the directions made of them, of small models. */
final class FisherForm implements Form {
  private static final double MATRIX = 1e-12;
  private static final double SOLVE = 1e-10;
  private static final String EXACT_KFAC =
      "kfac(learning_rate=1,momentum=0,damping=%s,pi=%d,adapt=0,fisher=exact,kl_clip=0)";

  @Override
  public boolean reads(JsonNode file) {
    return file.path("models").path(0).has("fisher_exact");
  }

  @Override
  public List<Verdict> verdicts(JsonNode file) {
    List<Verdict> verdicts = new ArrayList<>();
    for (JsonNode model : need(file, "models")) {
      NetworkObjective f = Models.objective(model);
      double[] x = numbers(need(model, "theta"));
      String id = need(model, "id").asText();
      verdicts.add(matrices(id, model, f, x));
      verdicts.add(factors(id, model, f, x));
      verdicts.add(directions(id, model, f, x));
    }
    return verdicts;
  }

  private static Verdict matrices(String id, JsonNode model, NetworkObjective f, double[] x) {
    Errors errors = new Errors();
    Evaluation at = f.at(x);
    FisherMatrices curvature = new FisherMatrices(f, x);
    double[][] fisher = f.fisher(x);
    double[][] empirical = f.gradientSecondMoment(x);
    errors.compare("loss", at.value(), model.path("loss"), MATRIX);
    errors.compare("grad", at.gradient(), model.path("grad"), MATRIX);
    Models.compareRows(
        errors, "per_example_grads", f.termGradients(x), model.path("per_example_grads"), MATRIX);
    Models.compareRows(errors, "outputs", f.outputs(x), model.path("outputs"), MATRIX);
    Models.compareRows(errors, "hessian", f.hessian(x), model.path("hessian"), MATRIX);
    Models.compareRows(
        errors,
        "ggn",
        curvature.matrix(FisherMatrices.Kind.GAUSS_NEWTON, 0),
        model.path("ggn"),
        MATRIX);
    Models.compareRows(errors, "fisher_exact", fisher, model.path("fisher_exact"), MATRIX);
    Models.compareRows(
        errors, "empirical_fisher", empirical, model.path("empirical_fisher"), MATRIX);
    errors.compare("diag_fisher", f.fisherDiagonal(x), model.path("diag_fisher"), MATRIX);
    errors.compare(
        "diag_empirical_fisher", diagonal(empirical), model.path("diag_empirical_fisher"), MATRIX);
    errors.compare(
        "fisher_eigenvalues",
        new EjmlAlgebra().eigenvalues(Matrix.of(fisher)),
        model.path("fisher_eigenvalues"),
        MATRIX);
    return errors.verdict(id + " matrices");
  }

  private static double[] diagonal(double[][] matrix) {
    double[] diagonal = new double[matrix.length];
    for (int i = 0; i < diagonal.length; i++) {
      diagonal[i] = matrix[i][i];
    }
    return diagonal;
  }

  private static Verdict factors(String id, JsonNode model, NetworkObjective f, double[] x) {
    Errors errors = new Errors();
    FisherMatrices curvature = new FisherMatrices(f, x);
    Layered.Factors exact = curvature.factors(FisherEstimate.EXACT, 0);
    Layered.Factors empirical = curvature.factors(FisherEstimate.EMPIRICAL, 0);
    for (JsonNode layer : need(model, "kfac_layers")) {
      int l = need(layer, "layer").intValue();
      Models.compareRows(
          errors,
          "A_homogeneous " + l,
          exact.inputs().get(l).toRows(),
          layer.path("A_homogeneous"),
          MATRIX);
      Models.compareRows(
          errors, "G_exact " + l, exact.outputs().get(l).toRows(), layer.path("G_exact"), MATRIX);
      Models.compareRows(
          errors,
          "G_empirical " + l,
          empirical.outputs().get(l).toRows(),
          layer.path("G_empirical"),
          MATRIX);
      double[][] block = curvature.blockOf(f.fisher(x), l);
      errors.compare(
          "kron_rel_error " + l,
          Kronecker.relativeError(curvature.kroneckerBlock(exact, l), block),
          layer.path("kron_rel_error_vs_exact_fisher_block"),
          MATRIX);
    }
    return errors.verdict(id + " K-FAC factors");
  }

  private static Verdict directions(String id, JsonNode model, NetworkObjective f, double[] x) {
    Errors errors = new Errors();
    for (JsonNode directions : need(model, "directions")) {
      String damping = directions.path("damping").asText();
      String tail = "(learning_rate=1,damping=" + damping + ")";
      compare(errors, "natural_gradient", "natural_gradient" + tail, directions, f, x);
      compare(errors, "natural_gradient", "natural_gradient_cg" + tail, directions, f, x);
      compare(errors, "natural_gradient", "gauss_newton" + tail, directions, f, x);
      compare(errors, "ef_direction", "empirical_fisher" + tail, directions, f, x);
      compare(errors, "diag_fisher_direction", "diagonal_fisher" + tail, directions, f, x);
      compare(errors, "diag_ef_direction", "diagonal_empirical_fisher" + tail, directions, f, x);
      compare(errors, "kfac_plain", EXACT_KFAC.formatted(damping, 0), directions, f, x);
      compare(errors, "kfac_pi_corrected", EXACT_KFAC.formatted(damping, 1), directions, f, x);
    }
    return errors.verdict(id + " directions");
  }

  private static void compare(
      Errors errors, String key, String wire, JsonNode all, NetworkObjective f, double[] x) {
    errors.compare(wire, Models.direction(wire, f, x), all.path(key), SOLVE);
  }
}
