package descent.store;

/**
 * An answer that was not submitted.
 *
 * @param question {@code lesson/question}
 * @param version of the question's text and key for which it was typed
 * @param variant the seed of the draw for which it was typed
 * @param answer JSON
 * @param revision counted by whoever writes; a larger one is later
 * @param at milliseconds since 1970
 */
public record Draft(
    String learner,
    String question,
    String version,
    long variant,
    String answer,
    long revision,
    long at) {}
