package descent.run.sweep;

/** Turns where runs ended into what a map shows. */
interface Reader {
  /** Reads the cells in {@code [from, to)}, each thread its own. */
  void read(int from, int to, Ends ends);

  /** The map, when all cells are read. */
  Cells finish(Ends ends);
}
