package descent.store;

/**
 * An answer that was not submitted.
 *
 * @param question {@code lesson/question}
 * @param answer JSON
 * @param revision counted by whoever writes; a larger one is later
 * @param at milliseconds since 1970
 */
public record Draft(String learner, String question, String answer, long revision, long at) {}
