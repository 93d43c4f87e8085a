/**
 * Appends and reads what learners did; knows ids and JSON, not lessons.
 *
 * <p>{@link descent.store.MemoryStore} is the reference; the contract test that it passes is the
 * one every database must pass.
 */
@org.jspecify.annotations.NullMarked
package descent.store;
