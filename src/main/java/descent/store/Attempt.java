package descent.store;

/**
 * One submitted answer.
 *
 * @param id unique; chosen by whoever submits, so that a repeated request is recognised
 * @param question {@code lesson/question}
 * @param version of the question's text and key when it was answered
 * @param variant the seed of its draw
 * @param drawn the numbers of that draw, JSON, so that it can be marked again
 * @param asked the question of that draw as HTML, so that it can be read when it was changed since
 * @param answer JSON, as it was submitted
 * @param at milliseconds since 1970
 */
public record Attempt(
    String id,
    String learner,
    String question,
    String version,
    long variant,
    String drawn,
    String asked,
    String answer,
    long at) {}
