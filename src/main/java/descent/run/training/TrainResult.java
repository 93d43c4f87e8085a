package descent.run.training;

import java.util.List;

/** The trainings of a specification, edits on the way included, with a curve for each entrant. */
public record TrainResult(TrainSpec spec, List<Curve> curves) {
  public TrainResult {
    curves = List.copyOf(curves);
  }
}
