package descent.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.device.Card;
import descent.expr.Precision;
import descent.optimizer.Optimizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads reference files and recomputes what they hold. */
public final class Verifier {
  private final List<Form> forms;

  public Verifier(List<Form> forms) {
    this.forms = List.copyOf(forms);
  }

  /** Knows every form that this program can recompute. */
  public static Verifier standard() {
    return new Verifier(
        List.of(
            new OptimizerForm(new Optimizers()),
            new DerivativeForm(),
            new FisherForm(),
            new TrainingForm(),
            new SpectrumForm(),
            new FieldForm()));
  }

  /** Knows the trajectories of optimizers, stepped on an OpenCL device. */
  public static Verifier on(Card card, Precision precision) {
    CardPaths paths = new CardPaths(card, precision);
    return new Verifier(List.of(new OptimizerForm(new Optimizers(), Optional.of(paths))));
  }

  /**
   * One verdict for each case of {@code file}.
   *
   * @throws IllegalArgumentException if the file cannot be read or is of no known form
   */
  public List<Verdict> verify(Path file) {
    JsonNode root = read(file);
    return forms.stream()
        .filter(form -> form.reads(root))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s holds no reference values of a known form.".formatted(file)))
        .verdicts(root);
  }

  private static JsonNode read(Path file) {
    try {
      return new ObjectMapper().readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s is no JSON: %s".formatted(file, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("%s cannot be read.".formatted(file), e);
    }
  }
}
