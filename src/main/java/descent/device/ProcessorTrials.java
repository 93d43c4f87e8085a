package descent.device;

import descent.linalg.DenseAlgebra;
import descent.linalg.Matrix;
import java.util.ArrayList;
import java.util.List;

/** Products on this processor: tiled by {@code algebra}, naively by three loops. */
record ProcessorTrials(DenseAlgebra algebra) implements Trials {
  @Override
  public double square(int n, boolean tiled) {
    return tiled ? tiled(n) : naive(n);
  }

  private double tiled(int n) {
    Matrix a = matrix(n, n);
    Matrix b = matrix(n, n);
    Matrix c = matrix(n, n);
    return Meter.seconds(
        repeats -> {
          for (int i = 0; i < repeats; i++) {
            algebra.multiply(false, false, 1, a, b, 0, c);
          }
        });
  }

  private static double naive(int n) {
    float[] a = new float[n * n];
    float[] b = new float[n * n];
    float[] c = new float[n * n];
    return Meter.seconds(
        repeats -> {
          for (int i = 0; i < repeats; i++) {
            multiply(n, a, b, c);
          }
        });
  }

  /** c ← a b, each number for itself, as the formula says. */
  private static void multiply(int n, float[] a, float[] b, float[] c) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        float sum = 0;
        for (int k = 0; k < n; k++) {
          sum += a[i * n + k] * b[k * n + j];
        }
        c[i * n + j] = sum;
      }
    }
  }

  private Matrix matrix(int rows, int columns) {
    Matrix matrix = algebra.zeros(rows, columns);
    matrix.fill(0.5);
    return matrix;
  }

  @Override
  public double layer(int batch) {
    Matrix a = matrix(batch, Roofline.INPUTS);
    Matrix c = matrix(batch, Roofline.OUTPUTS);
    List<Matrix> weights = new ArrayList<>();
    for (int k = 0; k < Roofline.LAYERS; k++) {
      weights.add(matrix(Roofline.OUTPUTS, Roofline.INPUTS));
    }
    return Meter.seconds(
        repeats -> {
          for (int i = 0; i < repeats; i++) {
            algebra.multiply(false, true, 1, a, weights.get(i % Roofline.LAYERS), 0, c);
          }
        });
  }
}
