package descent.run.training;

/**
 * How far the trainings of one figure have come.
 *
 * @param step that every optimizer which still runs has reached
 * @param steps that were asked for
 * @param seconds since the start, pauses not counted
 * @param left seconds that the rest will take at this pace; NaN before the first step
 * @param samples examples a second, measurements included, of all optimizers together
 * @param paused whether it waits for the reader
 */
public record Progress(
    int step, int steps, double seconds, double left, double samples, boolean paused) {}
