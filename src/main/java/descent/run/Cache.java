package descent.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The values used last, at most so many; thread-safe. */
public final class Cache<K, V> {
  private final Map<K, V> values;

  public Cache(int most) {
    values =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** The value of {@code key}, if it is kept. */
  public synchronized Optional<V> get(K key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The value of {@code key}, made and kept if it is not there. */
  public synchronized V computeIfAbsent(K key, Function<K, V> make) {
    return values.computeIfAbsent(key, make);
  }

  /** Keeps a value, perhaps instead of the one that was not used for longest. */
  public synchronized void put(K key, V value) {
    values.put(key, value);
  }

  /** Forgets the value of {@code key}. */
  public synchronized void remove(K key) {
    values.remove(key);
  }
}
