package descent.content.directive;

/**
 * What a lesson may cite.
 *
 * @param line the whole reference, in markdown
 */
public record Work(String authors, String title, int year, String line) {

  /** The first author without initials: "C. F. Van Loan and others" gives "Van Loan". */
  public String name() {
    return authors.split(",| and ", 2)[0].replaceAll("\\p{Lu}\\.[ -]?", "");
  }

  /** What the first author is sorted by: "C. F. Van Loan and others" gives "Loan". */
  public String surname() {
    String name = name();
    return name.substring(name.lastIndexOf(' ') + 1);
  }
}
