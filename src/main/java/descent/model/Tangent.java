package descent.model;

import static descent.model.NetworkBatch.linear;
import static descent.model.NetworkBatch.top;

import descent.linalg.BlockVector;
import descent.linalg.DenseAlgebra;
import descent.linalg.Matrix;

/**
 * Derivatives of a network's passes along a direction of its weights: B. Pearlmutter, 1994,
 * doi:10.1162/neco.1994.6.1.147; N. Schraudolph, 2002, doi:10.1162/08997660260028683.
 *
 * <p>The batch has made its forward pass at the weights given.
 */
final class Tangent {
  private final NetworkBatch batch;
  private final Network network;
  private final DenseAlgebra algebra;
  private final int rows;
  private final Matrix[] inputs;
  private final Matrix[] sums;

  /** Tangents of f(s_l) before and after standardization. */
  private final Matrix[] values;

  private final Matrix[] branches;

  /** Over all examples. */
  Tangent(NetworkBatch batch) {
    this(batch, batch.size());
  }

  /** Over the first {@code rows} examples; {@link #forward} only, unless these are all. */
  Tangent(NetworkBatch batch, int rows) {
    this.batch = batch;
    this.rows = rows;
    network = batch.network;
    algebra = batch.algebra;
    int layers = network.layers();
    inputs = new Matrix[layers];
    sums = new Matrix[layers];
    values = new Matrix[layers - 1];
    branches = new Matrix[layers - 1];
    for (int l = 0; l < layers; l++) {
      int width = network.widths().get(l);
      inputs[l] = algebra.zeros(rows, width + 1);
      sums[l] = batch.beside(l, rows);
      if (l < layers - 1) {
        values[l] = batch.beside(l, rows);
        branches[l] = network.normalized() ? batch.beside(l, rows) : values[l];
      }
    }
  }

  private Matrix activations(int l) {
    return inputs[l].view(rows, network.widths().get(l));
  }

  /** J v: how the outputs of the examples move; rows × outputs, shared. */
  Matrix forward(BlockVector weights, BlockVector direction) {
    for (int l = 0; l < network.layers(); l++) {
      Matrix s = sums[l];
      algebra.multiply(false, true, 1, top(batch.inputs[l], rows), direction.blocks().get(l), 0, s);
      if (l > 0) {
        algebra.multiply(false, true, 1, activations(l), linear(weights, l), 1, s);
      }
      if (l < network.layers() - 1) {
        activate(l);
      }
    }
    return sums[network.layers() - 1];
  }

  private void activate(int l) {
    Matrix value = values[l];
    value.copy(sums[l]);
    value.multiplyDerivative(
        network.activation(), top(batch.sums[l], rows), top(batch.values[l], rows));
    if (network.normalized()) {
      branches[l].copy(value);
      batch.normalizations[l].derivative(branches[l]);
    }
    Matrix next = activations(l + 1);
    next.copy(branches[l]);
    if (network.skips(l)) {
      next.addScaled(1, activations(l));
    }
  }

  /** out ← (1/N) Σ JᵀH_out J v. */
  void gaussNewtonTimes(BlockVector weights, BlockVector direction, BlockVector out) {
    Matrix moved = forward(weights, direction);
    network.likelihood().fisherTimes(batch.outputs(), moved, batch.delta());
    batch.propagate(weights, batch.size());
    batch.collect(out, 1.0 / batch.size());
  }

  /** out ← H v of the mean loss: the derivative of the backward pass along v. */
  void hessianTimes(BlockVector weights, BlockVector direction, BlockVector out) {
    Matrix moved = forward(weights, direction);
    batch.residual();
    int last = network.layers() - 1;
    Matrix tangent = batch.beside(last);
    network.likelihood().fisherTimes(batch.outputs(), moved, tangent);
    Matrix upstream = batch.delta();
    Matrix upstreamTangent = tangent;
    for (int l = last; l >= 0; l--) {
      collect(l, tangent, out.blocks().get(l));
      if (l > 0) {
        Matrix below = pull(batch.deltas[l], linear(weights, l), l - 1);
        Matrix belowTangent = pull(tangent, linear(weights, l), l - 1);
        algebra.multiply(false, false, 1, batch.deltas[l], linear(direction, l), 1, belowTangent);
        if (network.skips(l)) {
          below.addScaled(1, upstream);
          belowTangent.addScaled(1, upstreamTangent);
        }
        upstream = below.copy();
        upstreamTangent = belowTangent.copy();
        tangent = through(l - 1, below, belowTangent);
      }
    }
  }

  private Matrix pull(Matrix delta, Matrix linear, int below) {
    Matrix out = batch.beside(below);
    algebra.multiply(false, false, 1, delta, linear, 0, out);
    return out;
  }

  /** out ← (1/N)(tangentᵀ ā + δᵀ ā′). */
  private void collect(int l, Matrix tangent, Matrix out) {
    double scale = 1.0 / batch.size();
    algebra.multiply(true, false, scale, tangent, batch.inputs[l], 0, out);
    if (l > 0) {
      algebra.multiply(true, false, scale, batch.deltas[l], inputs[l], 1, out);
    }
  }

  /** δ_l ← below ⊙ f′ (through standardization); returns its tangent. */
  private Matrix through(int l, Matrix below, Matrix tangent) {
    if (network.normalized()) {
      Matrix before = below.copy();
      batch.normalizations[l].derivative(below);
      batch.normalizations[l].derivative(tangent);
      tangent.addScaled(1, batch.normalizations[l].change(before, below, branches[l], values[l]));
    }
    Matrix bent = below.copy();
    bent.multiplySecondDerivative(network.activation(), batch.sums[l], batch.values[l]);
    bent.multiplyElements(sums[l]);
    batch.deltas[l].copy(below);
    batch.deltas[l].multiplyDerivative(network.activation(), batch.sums[l], batch.values[l]);
    tangent.multiplyDerivative(network.activation(), batch.sums[l], batch.values[l]);
    tangent.addScaled(1, bent);
    return tangent;
  }
}
