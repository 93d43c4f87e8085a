/**
 * How fast this program is on this machine, in numbers that can be compared.
 *
 * <p>Momentum was tuned for the races of K-FAC over learning rates 0.001, 0.003, 0.01, 0.03, 0.1,
 * 0.3, 1 and momenta 0.9, 0.95, 0.99, by the median training loss of three seeds after its steps;
 * on the deep autoencoder over 0.003, 0.002, 0.001 with 0.9, 0.001 with 0.95 and 0.99, and 0.0003
 * with 0.99. K-FAC was tuned over a damping of 0.003, 0.03 and 0.1, a KL clip of 0.01 to 0.1 and
 * intervals of 1/5, 5/20 and 10/50 for factors and inverses; on the deep autoencoder over a damping
 * of 0.3, 1, 10 and 100 with intervals of 2/10 and 5/20.
 */
@org.jspecify.annotations.NullMarked
package descent.bench;
