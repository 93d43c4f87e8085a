package descent.verify;

import static descent.verify.Functions.need;
import static descent.verify.Functions.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import descent.linalg.Activation;
import descent.linalg.EjmlAlgebra;
import descent.linalg.Matrix;
import descent.model.Dataset;
import descent.model.Likelihood;
import descent.model.Network;
import descent.model.NetworkObjective;
import descent.objective.Evaluation;
import descent.objective.Objective;
import descent.optimizer.Hyperparameters;
import descent.optimizer.OptimizerSpec;
import descent.optimizer.Optimizers;
import descent.optimizer.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Networks and data of reference files, in double on the reference algebra. */
final class Models {
  private static final Optimizers OPTIMIZERS = new Optimizers();

  private Models() {}

  /** The model of kind {@code logistic}, {@code softmax} or {@code gaussian} on X and y. */
  static NetworkObjective objective(JsonNode model) {
    Likelihood likelihood =
        switch (need(model, "kind").asText()) {
          case "logistic" -> new Likelihood.Bernoulli();
          case "softmax" -> new Likelihood.Categorical();
          case "gaussian" -> new Likelihood.Gaussian(need(model, "sigma").doubleValue());
          default ->
              throw new IllegalArgumentException(
                  "'%s' is no kind of model; known: logistic, softmax, gaussian."
                      .formatted(model.path("kind").asText()));
        };
    List<Integer> widths = new ArrayList<>();
    need(model, "dims").forEach(width -> widths.add(width.intValue()));
    Network network = new Network(widths, Activation.TANH, likelihood, false, false);
    return objective(network, Matrix.of(rows(need(model, "X"))), numbers(need(model, "y")));
  }

  static NetworkObjective objective(Network network, Matrix inputs, double[] targets) {
    Matrix y =
        Matrix.of(Arrays.stream(targets).mapToObj(t -> new double[] {t}).toArray(double[][]::new));
    Dataset data = new Dataset("reference", inputs, y, 0, "");
    return new NetworkObjective(network, data, new EjmlAlgebra());
  }

  /** The 64-16-10 network on pixels from 0 to 16 and labels. */
  static NetworkObjective digits(JsonNode data) {
    Matrix pixels = Matrix.of(rows(need(data, "pixels")));
    pixels.scale(1.0 / 16);
    return objective(digitsNetwork(), pixels, numbers(need(data, "labels")));
  }

  static Network digitsNetwork() {
    return Network.of(new Likelihood.Categorical(), Activation.TANH, 64, 16, 10);
  }

  static double[][] rows(JsonNode array) {
    double[][] rows = new double[array.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = numbers(array.get(i));
    }
    return rows;
  }

  static OptimizerSpec spec(String wire) {
    return OPTIMIZERS.parse(wire);
  }

  /** ‖ours − reference‖ as a vector of one entry a row of {@code reference}. */
  static void compareRows(
      Errors errors, String at, double[][] ours, JsonNode reference, double allowed) {
    for (int i = 0; i < ours.length && reference.isArray(); i++) {
      errors.compare(at + "[" + i + "]", ours[i], reference.get(i), allowed);
    }
  }

  /** (x before − x after) / learning rate of the optimizer's first step. */
  static double[] direction(String wire, Objective objective, double[] x) {
    OptimizerSpec spec = spec(wire);
    double[] moved = new Path<>(spec, spec.optimizer(), x).step(objective);
    double[] direction = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      direction[i] = x[i] - moved[i];
    }
    return direction;
  }

  /** An optimizer on its way; used by one thread. */
  static final class Path<S> {
    private final descent.optimizer.Optimizer<S> optimizer;
    private final Hyperparameters hyperparameters;
    private double[] x;
    private S state;

    Path(OptimizerSpec spec, descent.optimizer.Optimizer<S> optimizer, double[] x) {
      this.optimizer = optimizer;
      hyperparameters = spec.hyperparameters();
      this.x = x;
      state = optimizer.init(x, hyperparameters);
    }

    static Path<?> of(String wire, double[] x) {
      OptimizerSpec spec = spec(wire);
      return new Path<>(spec, spec.optimizer(), x);
    }

    double[] x() {
      return x;
    }

    /** One step on {@code objective}, perhaps a batch; the new point. */
    double[] step(Objective objective) {
      Evaluation at = objective.at(x);
      Step<S> step = optimizer.update(at, state, hyperparameters, objective);
      x = step.x();
      state = step.state();
      return x;
    }
  }
}
