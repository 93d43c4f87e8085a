package descent.model;

import descent.linalg.Matrix;
import descent.linalg.Rows;

/**
 * The shift and scale that give each input mean 0 and variance 1 on the data it was made from;
 * inputs that never vary are only shifted.
 *
 * @param mean of each input; never written
 * @param deviation of each input, 1 where it is 0; never written
 */
public record Standardization(double[] mean, double[] deviation) {
  /** The standardization of {@code data}. */
  public static Standardization of(Dataset data) {
    Rows x = data.inputs();
    double[] mean = new double[x.columns()];
    double[] deviation = new double[x.columns()];
    for (int j = 0; j < x.columns(); j++) {
      for (int i = 0; i < x.rows(); i++) {
        mean[j] += x.get(i, j) / x.rows();
      }
      double variance = 0;
      for (int i = 0; i < x.rows(); i++) {
        variance += (x.get(i, j) - mean[j]) * (x.get(i, j) - mean[j]) / x.rows();
      }
      deviation[j] = variance > 0 ? Math.sqrt(variance) : 1;
    }
    return new Standardization(mean, deviation);
  }

  /** {@code data} shifted and scaled; new data shall be given the training data's. */
  public Dataset apply(Dataset data) {
    if (data.inputs().columns() != mean.length) {
      throw new IllegalArgumentException(
          "standardizes %d inputs, data set %s has %d"
              .formatted(mean.length, data.name(), data.inputs().columns()));
    }
    Matrix x = data.inputs().copy();
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        x.set(i, j, (x.get(i, j) - mean[j]) / deviation[j]);
      }
    }
    return new Dataset(data.name(), x, data.targets(), data.classes(), data.credit());
  }
}
