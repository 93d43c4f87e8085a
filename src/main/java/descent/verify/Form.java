package descent.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One kind of reference file. */
public interface Form {
  /** Whether {@code file} is of this kind. */
  boolean reads(JsonNode file);

  /** Recomputes every case of {@code file}. */
  List<Verdict> verdicts(JsonNode file);
}
