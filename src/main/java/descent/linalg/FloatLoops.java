package descent.linalg;

/**
 * Loops over floats that the compiler can turn into vector instructions: no call, no branch, one
 * index in all arrays.
 */
final class FloatLoops {
  private FloatLoops() {}

  /** a ← f(z). */
  static void apply(Activation f, float[] z, float[] a, int lo, int hi) {
    switch (f) {
      case TANH -> tanh(z, 1, 1, 0, a, lo, hi);
      case SIGMOID -> tanh(z, 0.5f, 0.5f, 0.5f, a, lo, hi);
      case RELU -> relu(z, a, lo, hi);
      case GELU -> gelu(z, a, lo, hi);
    }
  }

  /**
   * a ← offset + scale · tanh(inner · z), to 3e-7: Lambert's continued fraction of tanh(x/4), then
   * twice tanh 2u = 2 tanh u / (1 + tanh² u).
   */
  private static void tanh(
      float[] z, float inner, float scale, float offset, float[] a, int lo, int hi) {
    float quarter = 0.25f * inner;
    for (int k = lo; k < hi; k++) {
      float x = Math.max(-2.3f, Math.min(2.3f, quarter * z[k]));
      float s = x * x;
      float t =
          x
              * (135135f + s * (17325f + s * (378f + s)))
              / (135135f + s * (62370f + s * (3150f + s * 28f)));
      float u = (t + t) / (1 + t * t);
      a[k] = offset + scale * ((u + u) / (1 + u * u));
    }
  }

  private static void relu(float[] z, float[] a, int lo, int hi) {
    for (int k = lo; k < hi; k++) {
      a[k] = Math.max(0f, z[k]);
    }
  }

  private static void gelu(float[] z, float[] a, int lo, int hi) {
    for (int k = lo; k < hi; k++) {
      float x = z[k];
      a[k] = 0.7978845608f * (x + 0.044715f * x * x * x);
    }
    tanh(a, 1, 0.5f, 0.5f, a, lo, hi);
    for (int k = lo; k < hi; k++) {
      a[k] *= z[k];
    }
  }

  /** d ← d · f′(z), with a = f(z). */
  static void multiplyDerivative(Activation f, float[] z, float[] a, float[] d, int lo, int hi) {
    switch (f) {
      case TANH -> tanhDerivative(a, d, lo, hi);
      case SIGMOID -> sigmoidDerivative(a, d, lo, hi);
      case RELU -> reluDerivative(z, d, lo, hi);
      case GELU -> geluDerivative(z, d, lo, hi);
    }
  }

  private static void tanhDerivative(float[] a, float[] d, int lo, int hi) {
    for (int k = lo; k < hi; k++) {
      d[k] *= 1 - a[k] * a[k];
    }
  }

  private static void sigmoidDerivative(float[] a, float[] d, int lo, int hi) {
    for (int k = lo; k < hi; k++) {
      d[k] *= a[k] * (1 - a[k]);
    }
  }

  /** The step at 0 as min(1, max(0, huge · z)): a branch would not become a vector instruction. */
  private static void reluDerivative(float[] z, float[] d, int lo, int hi) {
    for (int k = lo; k < hi; k++) {
      d[k] *= Math.min(1f, Math.max(0f, z[k] * 1e30f));
    }
  }

  private static void geluDerivative(float[] z, float[] d, int lo, int hi) {
    for (int k = lo; k < hi; k++) {
      d[k] *= (float) Activation.GELU.derivative(z[k], 0);
    }
  }

  /**
   * Σ max(z, 0) − y z − log σ(|z|), where log s = 2 artanh((s − 1)/(s + 1)) for s in [½, 1] by its
   * series to the 13th power.
   */
  static double bernoulliCrossEntropy(float[] z, float[] y, int lo, int hi) {
    float[] terms = new float[Math.min(BLOCK, Math.max(0, hi - lo))];
    double sum = 0;
    for (int from = lo; from < hi; from += BLOCK) {
      int length = Math.min(BLOCK, hi - from);
      System.arraycopy(z, from, terms, 0, length);
      absolute(terms, length);
      tanh(terms, 0.5f, 0.5f, 0.5f, terms, 0, length);
      minusLogarithm(terms, length);
      sum += sum(terms, length);
      for (int k = from; k < from + length; k++) {
        sum += Math.max(z[k], 0f) - y[k] * z[k];
      }
    }
    return sum;
  }

  private static final int BLOCK = 4096;

  private static void absolute(float[] a, int n) {
    for (int k = 0; k < n; k++) {
      a[k] = Math.abs(a[k]);
    }
  }

  private static void minusLogarithm(float[] s, int n) {
    for (int k = 0; k < n; k++) {
      float w = (1 - s[k]) / (1 + s[k]);
      float q = w * w;
      s[k] =
          2
              * w
              * (1
                  + q
                      * (1 / 3f
                          + q * (1 / 5f + q * (1 / 7f + q * (1 / 9f + q * (1 / 11f + q / 13f))))));
    }
  }

  private static double sum(float[] a, int n) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += a[k];
    }
    return sum;
  }
}
