package descent.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Translates an optimizer and its hyperparameters from torch's words to ours. */
final class TorchOptimizer {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("Adagrad", "adagrad"),
          Map.entry("RMSprop", "rmsprop"),
          Map.entry("Adam", "adam"),
          Map.entry("AdamW", "adamw"),
          Map.entry("NAdam_doc", "nadam"),
          Map.entry("RAdam", "radam"),
          Map.entry("Adamax", "adamax"),
          Map.entry("Adadelta", "adadelta"),
          Map.entry("LBFGS", "lbfgs"));
  private static final Map<String, String> HYPERPARAMETERS =
      Map.ofEntries(
          Map.entry("lr", "learning_rate"),
          Map.entry("momentum", "momentum"),
          Map.entry("dampening", "dampening"),
          Map.entry("weight_decay", "weight_decay"),
          Map.entry("lr_decay", "learning_rate_decay"),
          Map.entry("initial_accumulator_value", "initial_accumulator"),
          Map.entry("eps", "eps"),
          Map.entry("alpha", "decay"),
          Map.entry("centered", "centered"),
          Map.entry("amsgrad", "amsgrad"),
          Map.entry("momentum_decay", "momentum_decay"),
          Map.entry("rho", "rho"),
          Map.entry("history_size", "history"));

  private TorchOptimizer() {}

  /**
   * The optimizer as it is written on our wire.
   *
   * @throws IllegalArgumentException if there is no such optimizer or hyperparameter here
   */
  static String wire(String torch, JsonNode hyper) {
    Map<String, JsonNode> given = new LinkedHashMap<>();
    hyper.properties().forEach(h -> given.put(h.getKey(), h.getValue()));
    List<String> values = new ArrayList<>();
    String name = torch.equals("SGD") ? sgd(given) : NAMES.getOrDefault(torch, "");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("no optimizer here is torch's " + torch);
    }
    if (name.equals("lbfgs")) {
      given.keySet().removeAll(List.of("max_iter", "tolerance_grad", "tolerance_change"));
      values.add("line_search=" + (given.remove("line_search_fn").isNull() ? "none" : "wolfe"));
    }
    if (given.containsKey("betas")) {
      JsonNode betas = given.remove("betas");
      values.add("b1=" + betas.get(0).doubleValue());
      values.add("b2=" + betas.get(1).doubleValue());
    }
    given.forEach((key, value) -> translate(key, value, values));
    return name + "(" + String.join(",", values) + ")";
  }

  private static String sgd(Map<String, JsonNode> given) {
    JsonNode nesterov = given.getOrDefault("nesterov", MissingNode.getInstance());
    given.remove("nesterov");
    if (given.getOrDefault("momentum", MissingNode.getInstance()).asDouble() == 0) {
      given.keySet().removeAll(List.of("momentum", "dampening"));
      return "gd";
    }
    return nesterov.asBoolean() ? "nesterov" : "momentum";
  }

  private static void translate(String key, JsonNode value, List<String> values) {
    String ours = HYPERPARAMETERS.getOrDefault(key, "");
    boolean off = value.isNull() || value.isBoolean() && !value.booleanValue();
    if (!ours.isEmpty()) {
      values.add(ours + "=" + (value.isBoolean() ? off ? 0 : 1 : value.doubleValue()));
    } else if (!off) {
      throw new IllegalArgumentException(
          "'%s' has no counterpart here; known: %s"
              .formatted(key, new TreeSet<>(HYPERPARAMETERS.keySet())));
    }
  }
}
