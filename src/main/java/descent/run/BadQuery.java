package descent.run;

import java.util.List;
import java.util.stream.Collectors;

/** A query that specifies nothing, with everything that is wrong with it. */
public final class BadQuery extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final transient List<Complaint> complaints;

  public BadQuery(List<Complaint> complaints) {
    super(
        complaints.stream()
            .map(c -> c.key() + ": " + c.message())
            .collect(Collectors.joining(" ")));
    this.complaints = List.copyOf(complaints);
  }

  /** What is wrong, in the order in which it was found; at least one. */
  public List<Complaint> complaints() {
    return complaints;
  }
}
