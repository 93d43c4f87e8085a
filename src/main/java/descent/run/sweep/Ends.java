package descent.run.sweep;

/**
 * Where many runs ended, while they are computed: each chunk of cells is written by one thread.
 *
 * @param x one array for each coordinate, with a value for each cell
 * @param above how many steps of each cell's run had a gradient that was not small; NaN if it was
 *     no number
 */
record Ends(double[][] x, double[] above) {
  Ends(int dimension, int cells) {
    this(new double[dimension][cells], new double[cells]);
  }

  int cells() {
    return above.length;
  }

  double[] point(int cell) {
    double[] point = new double[x.length];
    for (int i = 0; i < point.length; i++) {
      point[i] = x[i][cell];
    }
    return point;
  }
}
