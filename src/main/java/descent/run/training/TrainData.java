package descent.run.training;

import descent.model.Dataset;

/**
 * What networks of one request learn from.
 *
 * @param name of the data set on the wire
 * @param reconstructs whether the inputs are their own targets
 * @param fraction of the examples that is held out
 * @param train what is learned from
 * @param held what is only measured; {@code train} where nothing is held out
 */
public record TrainData(
    String name, boolean reconstructs, double fraction, Dataset train, Dataset held) {}
