package descent.classroom;

import java.util.Locale;

/** What learners do; by its xAPI name where there is one. */
public enum Verb {
  /** Opened a lesson. */
  EXPERIENCED("http://adlnet.gov/expapi/verbs/experienced"),
  /** Submitted an answer. */
  ANSWERED("http://adlnet.gov/expapi/verbs/answered"),
  /** Finished a lesson. */
  COMPLETED("http://adlnet.gov/expapi/verbs/completed"),
  /** Said where a run would end, before it was shown. */
  PREDICTED("urn:descent:verb:predicted"),
  /** Changed a figure and had it run. */
  RAN("http://adlnet.gov/expapi/verbs/interacted"),
  /** Was shown a hint. */
  HINTED("urn:descent:verb:hinted");

  private final String iri;

  Verb(String iri) {
    this.iri = iri;
  }

  public String iri() {
    return iri;
  }

  /** As it is stored: the last part of its name. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
