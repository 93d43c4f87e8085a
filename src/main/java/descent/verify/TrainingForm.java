package descent.verify;

import static descent.verify.Functions.need;
import static descent.verify.Functions.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import descent.curvature.FisherMatrices;
import descent.model.NetworkObjective;
import descent.objective.FisherEstimate;
import descent.objective.Layered;
import java.util.ArrayList;
import java.util.List;

/** Trainings of a 64-16-10 network on digits: torch's optimizers and K-FAC, step by step. */
final class TrainingForm implements Form {
  private static final double LOSS = 1e-10;
  private static final double THETA = 1e-9;
  private static final double KFAC = 1e-8;

  @Override
  public boolean reads(JsonNode file) {
    return file.has("theta0") && file.path("data").has("pixels");
  }

  @Override
  public List<Verdict> verdicts(JsonNode file) {
    NetworkObjective f = Models.digits(need(file, "data"));
    double[] start = numbers(need(file, "theta0"));
    List<Verdict> verdicts = new ArrayList<>();
    Errors gradient = new Errors();
    gradient.compare("grad0", f.at(start).gradient(), file.path("grad0"), 1e-12);
    verdicts.add(gradient.verdict("grad0"));
    file.path("runs").forEach(run -> verdicts.add(run(run, f, start)));
    file.path("kfac").forEach(run -> verdicts.add(kfac(run, f, start)));
    return verdicts;
  }

  private static Verdict run(JsonNode run, NetworkObjective f, double[] start) {
    String id = need(run, "id").asText();
    Models.Path<?> path;
    try {
      String torch = need(run, "optimizer").asText().replace("torch.optim.", "");
      path = Models.Path.of(TorchOptimizer.wire(torch, need(run, "hyper")), start);
    } catch (IllegalArgumentException e) {
      return Verdict.skipped(id, String.valueOf(e.getMessage()));
    }
    Errors errors = new Errors();
    JsonNode losses = need(run, "full_loss");
    errors.compare("full_loss[0]", f.value(start), losses.get(0), LOSS);
    for (int t = 0; t + 1 < losses.size(); t++) {
      NetworkObjective batch = f;
      if (run.has("batches")) {
        batch = f.batch(indices(run.path("batches").get(t)));
        errors.compare(
            "batch_loss[" + t + "]", batch.value(path.x()), run.path("batch_loss").path(t), LOSS);
      }
      path.step(batch);
      errors.compare("full_loss[" + (t + 1) + "]", f.value(path.x()), losses.get(t + 1), LOSS);
    }
    errors.compare("final_theta", path.x(), run.path("final_theta"), THETA);
    errors.compare("accuracy", f.accuracy(path.x()), run.path("final_train_accuracy"), 1e-12);
    return errors.verdict(id);
  }

  private static int[] indices(JsonNode batch) {
    int[] indices = new int[batch.size()];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = batch.get(i).intValue();
    }
    return indices;
  }

  private static Verdict kfac(JsonNode run, NetworkObjective f, double[] start) {
    String wire =
        ("kfac(learning_rate=%s,momentum=0,damping=%s,pi=%d,adapt=0,fisher=exact,decay=0,"
                + "factors_every=1,inverse_every=1,kl_clip=0)")
            .formatted(
                need(run, "lr").asText(),
                need(run, "damping").asText(),
                need(run, "pi_correction").asBoolean() ? 1 : 0);
    Errors errors = new Errors();
    factors(errors, run.path("step1_factors"), f, start);
    double rate = run.path("lr").doubleValue();
    double[] first = Models.direction(wire, f, start);
    for (int i = 0; i < first.length; i++) {
      first[i] /= rate;
    }
    errors.compare(
        "step1_preconditioned_gradient", first, run.path("step1_preconditioned_gradient"), KFAC);
    Models.Path<?> path = Models.Path.of(wire, start);
    JsonNode losses = need(run, "full_loss");
    for (int t = 0; t < losses.size(); t++) {
      errors.compare("full_loss[" + t + "]", f.value(path.x()), losses.get(t), KFAC);
      if (t + 1 < losses.size()) {
        path.step(f);
      }
    }
    errors.compare("final_theta", path.x(), run.path("final_theta"), KFAC);
    return errors.verdict(need(run, "id").asText());
  }

  private static void factors(Errors errors, JsonNode expected, NetworkObjective f, double[] x) {
    Layered.Factors factors = new FisherMatrices(f, x).factors(FisherEstimate.EXACT, 0);
    errors.compare("A1_trace", factors.inputs().get(0).trace(), expected.path("A1_trace"), 1e-12);
    errors.compare("A2_trace", factors.inputs().get(1).trace(), expected.path("A2_trace"), 1e-12);
    Models.compareRows(errors, "A2", factors.inputs().get(1).toRows(), expected.path("A2"), 1e-12);
    Models.compareRows(errors, "G1", factors.outputs().get(0).toRows(), expected.path("G1"), 1e-12);
    Models.compareRows(errors, "G2", factors.outputs().get(1).toRows(), expected.path("G2"), 1e-12);
  }
}
