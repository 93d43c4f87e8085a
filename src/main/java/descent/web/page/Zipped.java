package descent.web.page;

import descent.web.Assets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The last pages compressed: a class that opens one lesson has it compressed once. Thread-safe. */
final class Zipped {
  private static final int KEPT = 64;

  private final Map<String, byte[]> pages =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  /** The page with this hash, compressed. */
  byte[] get(String hash, byte[] page) {
    synchronized (pages) {
      byte[] known = pages.get(hash);
      if (known != null) {
        return known;
      }
    }
    byte[] zipped = Assets.gzip(page);
    synchronized (pages) {
      pages.put(hash, zipped);
    }
    return zipped;
  }
}
