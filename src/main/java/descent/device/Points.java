package descent.device;

import descent.expr.OpenClSource;
import descent.expr.Precision;
import descent.expr.Program;
import descent.expr.Tape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Many points in the memory of a card, stepped side by side by programs; used by one thread, closed
 * by whoever made it.
 */
public final class Points implements AutoCloseable {
  /** Steps of points between two looks whether to go on, few enough for others to have a turn. */
  private static final long SLICE = 1L << 24;

  /**
   * A program that runs at the steps 0, {@code every}, 2 · {@code every} …
   *
   * @param scalars the program's scalars at each step, or one row for all; never written
   */
  public record Phase(Program program, int every, double[][] scalars) {}

  private final Card card;
  private final Precision precision;
  private final int count;
  private final int steps;
  private final Map<String, Buffer> arrays = new LinkedHashMap<>();
  private final List<Buffer> held = new ArrayList<>();
  private final String source;
  private final int width;

  /**
   * {@code count} points whose arrays are those of all phases, still without values.
   *
   * @throws DeviceException if the card has no room or refuses the program
   */
  public Points(Card card, Precision precision, List<Phase> phases, int count, int steps) {
    this.card = card;
    this.precision = precision;
    this.count = count;
    this.steps = steps;
    Set<String> names = new LinkedHashSet<>();
    phases.forEach(phase -> names.addAll(phase.program().arrays()));
    List<OpenClSource> sources = new ArrayList<>();
    int columns = 0;
    for (Phase phase : phases) {
      OpenClSource written = OpenClSource.of(phase.program(), precision, columns);
      sources.add(written);
      columns += written.columns().size();
    }
    width = columns;
    source = PointSource.of(precision, names, phases, sources, width);
    try {
      card.turn(() -> allocate(names, rows(phases, sources)));
    } catch (DeviceException refused) {
      close();
      throw refused;
    }
  }

  private void allocate(Set<String> names, double[] rows) {
    card.code(source);
    for (String name : names) {
      Buffer array = card.allocate(precision, count);
      held.add(array);
      arrays.put(name, array);
    }
    Buffer schedule = card.allocate(precision, rows.length);
    held.add(schedule);
    write(schedule, rows);
  }

  /** One row for each step: what all points share. */
  private double[] rows(List<Phase> phases, List<OpenClSource> sources) {
    double[] rows = new double[steps * width];
    int first = 0;
    for (int p = 0; p < phases.size(); p++) {
      Phase phase = phases.get(p);
      List<descent.expr.Expr> columns = sources.get(p).columns();
      Tape tape = Tape.of(phase.program().scalars(), columns);
      double[] values = new double[columns.size()];
      for (int step = 0; step < steps; step++) {
        tape.evaluate(phase.scalars()[Math.min(step, phase.scalars().length - 1)], values);
        System.arraycopy(values, 0, rows, step * width + first, values.length);
      }
      first += values.length;
    }
    return rows;
  }

  /** An array ← the same number at every point. */
  public void fill(String array, double value) {
    card.turn(() -> arrays.get(array).fill(value));
  }

  /** An array ← one number a point. */
  public void write(String array, double[] values) {
    card.turn(() -> write(arrays.get(array), values));
  }

  /** An array ← the numbers of {@code values} again and again, each for {@code repeat} points. */
  public void write(String array, double[] values, int repeat) {
    card.turn(
        () -> {
          try (Buffer own = card.allocate(precision, values.length)) {
            write(own, values);
            card.code(source)
                .run(
                    "grid",
                    new long[] {count},
                    new long[0],
                    values.length,
                    repeat,
                    own,
                    arrays.get(array));
            card.finish();
          }
        });
  }

  private void write(Buffer buffer, double[] values) {
    if (precision == Precision.DOUBLE) {
      buffer.write(values);
    } else {
      float[] floats = new float[values.length];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = (float) values[i];
      }
      buffer.write(floats);
    }
  }

  /** {@code into} ← an array in single precision. */
  public void read(String array, float[] into) {
    card.turn(() -> arrays.get(array).read(into));
  }

  /** {@code into} ← an array. */
  public void read(String array, double[] into) {
    if (precision == Precision.DOUBLE) {
      card.turn(() -> arrays.get(array).read(into));
      return;
    }
    float[] floats = new float[into.length];
    read(array, floats);
    for (int i = 0; i < floats.length; i++) {
      into[i] = floats[i];
    }
  }

  /**
   * Takes all steps, others having a turn now and then.
   *
   * @param cancelled asked now and then; once true, the rest is left
   */
  public void run(BooleanSupplier cancelled) {
    int slice = (int) Math.max(1, Math.min(steps, SLICE / count));
    for (int from = 0; from < steps && !cancelled.getAsBoolean(); from += slice) {
      int begin = from;
      int end = Math.min(steps, from + slice);
      advance(begin, end);
    }
  }

  /** Takes the steps in {@code [from, to)}, in one turn. */
  public void advance(int from, int to) {
    card.turn(() -> run(from, to));
  }

  private void run(int from, int to) {
    List<Object> arguments = new ArrayList<>(List.of(count, from, to));
    arguments.add(held.get(held.size() - 1));
    arguments.addAll(arrays.values());
    card.code(source).run("steps", new long[] {count}, new long[0], arguments.toArray());
  }

  @Override
  public void close() {
    held.forEach(Buffer::close);
  }
}
