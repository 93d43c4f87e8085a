package descent.verify;

import static descent.verify.Functions.need;
import static descent.verify.Functions.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import descent.curvature.Kronecker;
import descent.curvature.Operator;
import descent.curvature.Spectrum;
import descent.linalg.EjmlAlgebra;
import descent.linalg.Matrix;
import descent.model.Dataset;
import descent.model.Digits;
import descent.model.NetworkObjective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Dense Hessians of the 64-16-10 network and their eigenvalues, on the file's own {@code data} or
 * else on the first 300 digits.
 */
final class SpectrumForm implements Form {
  private static final double EIGENVALUE = 1e-10;
  private static final double PRODUCT = 1e-11;
  private static final double LANCZOS = 1e-6;

  @Override
  public boolean reads(JsonNode file) {
    return file.path("spectra").path(0).has("all_eigenvalues_ascending");
  }

  @Override
  public List<Verdict> verdicts(JsonNode file) {
    NetworkObjective f =
        file.path("data").has("pixels") ? Models.digits(file.get("data")) : shipped();
    List<Verdict> verdicts = new ArrayList<>();
    need(file, "spectra").forEach(spectrum -> verdicts.add(verdict(spectrum, f)));
    return verdicts;
  }

  private static NetworkObjective shipped() {
    Dataset digits = Digits.load().first(300);
    Matrix pixels = Matrix.of(digits.inputs().toRows());
    double[] labels = Arrays.stream(digits.targets().toRows()).mapToDouble(row -> row[0]).toArray();
    return Models.objective(Models.digitsNetwork(), pixels, labels);
  }

  private static Verdict verdict(JsonNode spectrum, NetworkObjective f) {
    Errors errors = new Errors();
    double[] x = numbers(need(spectrum, "theta"));
    errors.compare("loss", f.value(x), spectrum.path("loss"), 1e-12);
    JsonNode test = spectrum.path("hvp_test");
    errors.compare("Hv", f.hessianTimes(x, numbers(need(test, "v"))), test.path("Hv"), PRODUCT);
    double[][] hessian = f.hessian(x);
    blocks(errors, spectrum, hessian);
    double[] values = Spectrum.exact(hessian, new EjmlAlgebra());
    errors.compare("eigenvalues", values, spectrum.path("all_eigenvalues_ascending"), EIGENVALUE);
    errors.compare("trace", Kronecker.trace(hessian), spectrum.path("trace"), EIGENVALUE);
    double squares = Arrays.stream(values).map(v -> v * v).sum();
    errors.compare("frobenius", Math.sqrt(squares), spectrum.path("frobenius"), EIGENVALUE);
    List<Spectrum.Pair> top = Spectrum.top(Operator.of(hessian), 5, 100, 0);
    for (int k = 0; k < top.size(); k++) {
      errors.compare(
          "Lanczos[" + k + "]", top.get(k).value(), spectrum.path("top20").path(k), LANCZOS);
    }
    return errors.verdict(need(spectrum, "id").asText());
  }

  private static void blocks(Errors errors, JsonNode spectrum, double[][] hessian) {
    double[][] first = part(hessian, 0, 8);
    double[][] last = part(hessian, hessian.length - 10, 10);
    Models.compareRows(
        errors, "upper left", first, spectrum.path("hessian_upper_left_8x8"), PRODUCT);
    Models.compareRows(
        errors, "lower right", last, spectrum.path("hessian_lower_right_10x10_bias2"), PRODUCT);
  }

  private static double[][] part(double[][] matrix, int from, int size) {
    double[][] part = new double[size][];
    for (int i = 0; i < size; i++) {
      part[i] = Arrays.copyOfRange(matrix[from + i], from, from + size);
    }
    return part;
  }
}
