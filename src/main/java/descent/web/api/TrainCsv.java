package descent.web.api;

import descent.run.training.Curve;
import descent.run.training.Moment;
import descent.run.training.TrainResult;
import java.nio.charset.StandardCharsets;

/** Trainings as a table: one row for each optimizer and moment. */
final class TrainCsv {
  private TrainCsv() {}

  static byte[] of(TrainResult result) {
    StringBuilder csv = new StringBuilder("optimizer,device,step");
    TrainJson.COLUMNS.keySet().forEach(name -> csv.append(',').append(name));
    csv.append("\r\n");
    for (Curve curve : result.curves()) {
      String entrant = "\"%s\",%s".formatted(curve.entrant().wire(), curve.computed().device());
      for (Moment moment : curve.moments()) {
        csv.append(entrant).append(',').append(moment.frame().step());
        TrainJson.COLUMNS
            .values()
            .forEach(column -> csv.append(',').append(column.applyAsDouble(moment)));
        csv.append("\r\n");
      }
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }
}
