/**
 * How fast this program is on this machine, in numbers that can be compared.
 *
 * <p>The settings of the races of K-FAC come from an earlier study of the same tasks in PyTorch.
 * Momentum was tuned there over learning rates 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1 and momenta
 * 0.9, 0.95, 0.99; on the deep autoencoder over 0.003, 0.002, 0.001 with 0.9, 0.001 with 0.95 and
 * 0.99, and 0.0003 with 0.99. K-FAC had three to six settings on each task: a damping of 0.003 to
 * 0.1, a KL clip of 0.01 to 0.1 and intervals of 1/5, 5/20 and 10/50 for factors and inverses; on
 * the deep autoencoder a damping of 0.3 to 100 with intervals of 2/10 and 5/20. Of momentum's grid
 * 12 points were run again here for the digits and 6 for their autoencoder.
 *
 * <p>On all of Fashion-MNIST, 784-128-10 at batch 128, fourteen more settings of K-FAC were run for
 * 200 to 400 steps. With a KL clip of 0.01 the noise of its steps keeps the loss above momentum's
 * for 200 steps; with 0.003 it falls below in 90 to 135. At batch 512 and a clip of 0.01 that takes
 * 25 to 40 steps. Other intervals on the deep autoencoder save less than they cost: 27 steps with
 * 2/10, 31 with 3/15, 32 with 2/20, 33 with 5/20.
 */
@org.jspecify.annotations.NullMarked
package descent.bench;
