package descent.device;

/** Products of matrices whose speed shows what a memory hierarchy is for. */
public sealed interface Trials permits CardTrials, ProcessorTrials {
  /** Seconds that the product of two {@code n × n} matrices takes. */
  double square(int n, boolean tiled);

  /**
   * Seconds that the product of {@code batch} examples with the weights of a layer takes, the
   * weights coming from memory, not from a cache.
   */
  double layer(int batch);

  /** Those of a card. */
  static Trials of(Card card) {
    return new CardTrials(card);
  }
}
