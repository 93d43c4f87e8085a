package descent.run.training;

/**
 * A frame with the time that it took to come there.
 *
 * @param seconds of updates so far, measurements not counted
 */
public record Moment(TrainingFrame frame, double seconds) {}
