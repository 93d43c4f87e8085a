package descent.content.markdown;

/** How much room a block takes. */
public enum Width {
  /** In the column of the text. */
  TEXT,
  /** Across the page, between two sections. */
  PAGE,
  /** Beside its neighbours. */
  CARD
}
