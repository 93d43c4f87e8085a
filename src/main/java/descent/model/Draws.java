package descent.model;

import java.util.SplittableRandom;

/** Random numbers of the kinds that data and likelihoods need. */
final class Draws {
  private Draws() {}

  /** A standard normal number: G. Box, M. Muller, 1958, doi:10.1214/aoms/1177706645. */
  static double gaussian(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }

  /** −1 or 1. */
  static int sign(SplittableRandom random) {
    return random.nextBoolean() ? 1 : -1;
  }

  /** The numbers 0 … n − 1 in random order. */
  static int[] permutation(int n, SplittableRandom random) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
