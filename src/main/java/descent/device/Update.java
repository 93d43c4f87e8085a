package descent.device;

import descent.device.Points.Phase;
import descent.expr.Expr;
import descent.expr.OpenClSource;
import descent.expr.Precision;
import descent.expr.Program;
import descent.expr.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An elementwise program over arrays of one length on a card; used inside its turns. */
final class Update {
  /** Steps whose shared numbers are written at once. */
  static final int MOST_STEPS = 64;

  private final Card card;
  private final Program program;
  private final List<Expr> columns;
  private final String source;
  private final Buffer schedule;
  private final Tape tape;

  Update(Program program, Holding holding) {
    card = holding.card();
    this.program = program;
    OpenClSource written = OpenClSource.of(program, Precision.SINGLE, 0);
    columns = written.columns();
    List<Phase> phases = List.of(new Phase(program, 1, new double[0][]));
    source =
        PointSource.of(
            Precision.SINGLE, program.arrays(), phases, List.of(written), columns.size());
    schedule = holding.floats((long) MOST_STEPS * columns.size());
    tape = Tape.of(program.scalars(), columns);
  }

  Program program() {
    return program;
  }

  /** What all indices share at the next steps; one row of the program's scalars a step. */
  void schedule(double[][] scalars) {
    double[] values = new double[columns.size()];
    float[] rows = new float[scalars.length * values.length];
    for (int step = 0; step < scalars.length; step++) {
      tape.evaluate(scalars[step], values);
      for (int k = 0; k < values.length; k++) {
        rows[step * values.length + k] = (float) values[k];
      }
    }
    schedule.write(rows);
  }

  /** Runs the program once at each of {@code count} indices, with the row of {@code step}. */
  void run(int count, int step, Map<String, Buffer> arrays) {
    List<Object> arguments = new ArrayList<>(List.of(count, step, step + 1, schedule));
    program.arrays().forEach(name -> arguments.add(arrays.get(name)));
    card.code(source).run("steps", new long[] {count}, new long[0], arguments.toArray());
  }
}
