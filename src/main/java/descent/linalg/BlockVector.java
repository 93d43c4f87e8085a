package descent.linalg;

import java.util.List;

/**
 * One long vector kept as matrices, for example the weights of each layer; mutable, owned by one
 * thread at a time.
 *
 * @param blocks the matrices, of one precision
 */
public record BlockVector(List<Matrix> blocks) {
  public BlockVector {
    blocks = List.copyOf(blocks);
  }

  /** How many numbers it has. */
  public int size() {
    return blocks.stream().mapToInt(b -> b.rows() * b.columns()).sum();
  }

  /** A new vector of zeros with the same shapes. */
  public BlockVector zeros() {
    return new BlockVector(
        blocks.stream().map(b -> b.zeros(b.rows(), b.columns())).map(Matrix.class::cast).toList());
  }

  /** A new vector with the same numbers. */
  public BlockVector copy() {
    return new BlockVector(blocks.stream().map(Matrix::copy).toList());
  }

  /** this ← x. */
  public void copy(BlockVector x) {
    for (int k = 0; k < blocks.size(); k++) {
      blocks.get(k).copy(x.blocks.get(k));
    }
  }

  /** this ← α · this. */
  public void scale(double alpha) {
    blocks.forEach(b -> b.scale(alpha));
  }

  /** this ← this + α · x. */
  public void addScaled(double alpha, BlockVector x) {
    for (int k = 0; k < blocks.size(); k++) {
      blocks.get(k).addScaled(alpha, x.blocks.get(k));
    }
  }

  /** ⟨this, x⟩, summed in double. */
  public double dot(BlockVector x) {
    double sum = 0;
    for (int k = 0; k < blocks.size(); k++) {
      sum += blocks.get(k).dot(x.blocks.get(k));
    }
    return sum;
  }

  /** ‖this‖₂. */
  public double norm() {
    return Math.sqrt(dot(this));
  }
}
