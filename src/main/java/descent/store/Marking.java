package descent.store;

/**
 * One judgement of an attempt.
 *
 * @param attempt its id
 * @param version of the question whose key judged it
 * @param mark JSON
 * @param at milliseconds since 1970
 */
public record Marking(String attempt, String version, String mark, long at) {}
