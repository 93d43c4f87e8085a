package descent.run;

/**
 * What is shown of one optimizer at one step.
 *
 * @param step updates made so far; 0 is the start
 * @param x the point, n coordinates; never written
 * @param value f(x)
 * @param gradient ∇f(x), n coordinates; never written
 * @param gradientNorm ‖∇f(x)‖₂
 * @param inner the quantities of the update that leaves {@code x}, one row of n numbers for each of
 *     the optimizer's quantities; no rows where nothing can leave; never written
 */
public record Frame(
    int step, double[] x, double value, double[] gradient, double gradientNorm, double[][] inner) {}
