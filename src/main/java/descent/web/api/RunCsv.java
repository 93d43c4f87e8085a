package descent.web.api;

import descent.objective.Formula;
import descent.run.Frame;
import descent.run.Path;
import descent.run.Result;
import java.nio.charset.StandardCharsets;

/**
 * A run as a table: one row for each optimizer and frame, numbers in digits (at most 17) that read
 * back as the same double.
 */
final class RunCsv {
  private RunCsv() {}

  static byte[] of(Result result) {
    Formula objective = result.spec().problem().objective();
    StringBuilder csv = new StringBuilder("optimizer,step");
    objective.variables().forEach(name -> csv.append(',').append(name));
    csv.append(",value,gradient_norm");
    objective.variables().forEach(name -> csv.append(",gradient_").append(name));
    csv.append("\r\n");
    for (Path path : result.paths()) {
      String entrant = '"' + path.entrant().wire() + '"';
      for (Frame frame : path.frames()) {
        row(csv.append(entrant).append(',').append(frame.step()), frame);
      }
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void row(StringBuilder csv, Frame frame) {
    for (double coordinate : frame.x()) {
      csv.append(',').append(coordinate);
    }
    csv.append(',').append(frame.value()).append(',').append(frame.gradientNorm());
    for (double slope : frame.gradient()) {
      csv.append(',').append(slope);
    }
    csv.append("\r\n");
  }
}
