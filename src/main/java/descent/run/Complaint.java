package descent.run;

/**
 * One thing wrong with a query.
 *
 * @param key that is wrong
 * @param value as it was given, shortened; empty if the key is missing
 * @param message what is wrong and what would be right
 */
public record Complaint(String key, String value, String message) {
  private static final int SHOWN = 80;

  public Complaint {
    value = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }
}
