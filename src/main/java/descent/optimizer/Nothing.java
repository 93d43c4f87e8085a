package descent.optimizer;

/** The state of a method that remembers nothing. */
enum Nothing {
  NOTHING
}
