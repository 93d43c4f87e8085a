package descent.device;

import descent.linalg.BlockVector;
import descent.linalg.FloatMatrix;
import descent.linalg.Matrix;
import descent.model.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers in the shape of a network's weights, in one buffer of a card.
 *
 * @param layers of each layer outputs × (inputs + 1), bias last, packed one after the other
 */
record Weights(Buffer buffer, List<Gemm.Matrix> layers) {
  static Weights of(Network network, Holding holding) {
    Buffer buffer = holding.floats(network.parameters());
    List<Gemm.Matrix> layers = new ArrayList<>();
    int first = 0;
    for (int l = 0; l < network.layers(); l++) {
      int rows = network.widths().get(l + 1);
      int columns = network.widths().get(l) + 1;
      layers.add(new Gemm.Matrix(buffer, first, rows, columns, columns));
      first += rows * columns;
    }
    return new Weights(buffer, List.copyOf(layers));
  }

  Gemm.Matrix layer(int l) {
    return layers.get(l);
  }

  int count() {
    return (int) buffer.count();
  }

  void write(BlockVector weights) {
    float[] all = new float[count()];
    int first = 0;
    for (Matrix block : weights.blocks()) {
      float[] numbers = Examples.packed(block);
      System.arraycopy(numbers, 0, all, first, numbers.length);
      first += numbers.length;
    }
    buffer.write(all);
  }

  /** The numbers as new matrices. */
  BlockVector read() {
    float[] all = new float[count()];
    buffer.read(all);
    List<Matrix> blocks = new ArrayList<>();
    for (Gemm.Matrix layer : layers) {
      float[] numbers = new float[layer.rows() * layer.columns()];
      System.arraycopy(all, layer.first(), numbers, 0, numbers.length);
      blocks.add(new FloatMatrix(layer.rows(), layer.columns(), layer.columns(), numbers));
    }
    return new BlockVector(blocks);
  }
}
