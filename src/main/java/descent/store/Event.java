package descent.store;

/**
 * Something that happened.
 *
 * @param verb an xAPI verb where one exists, for example {@code answered}
 * @param object what it happened to, for example {@code momentum/velocity}
 * @param data JSON
 * @param at milliseconds since 1970
 */
public record Event(String learner, String verb, String object, String data, long at) {}
