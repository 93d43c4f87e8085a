package descent.run;

import descent.device.Device;
import descent.objective.Box;
import descent.optimizer.WireNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a query by key; what is wrong is collected and reading goes on with the default. A key that
 * nobody asked for is reported by {@link #finish}. Used by one reader, once.
 */
public final class Query {
  private final Map<String, List<String>> values;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<Complaint> complaints = new ArrayList<>();

  /** A query with the values of each key in order. */
  public Query(Map<String, List<String>> values) {
    this.values = new LinkedHashMap<>(values);
  }

  /** Whether {@code key} is given. */
  public boolean has(String key) {
    return !all(key).isEmpty();
  }

  /** Every value of {@code key}, in order. */
  public List<String> all(String key) {
    asked.add(key);
    return values.getOrDefault(key, List.of());
  }

  /** The one value of {@code key}, or {@code absent}. */
  public String text(String key, String absent) {
    List<String> all = all(key);
    if (all.size() > 1) {
      complain(
          key,
          String.join(", ", all),
          "Given %d times; once would be right.".formatted(all.size()));
    }
    return all.isEmpty() ? absent : all.get(0);
  }

  /** One of {@code known}. */
  public String word(String key, String absent, List<String> known) {
    String text = text(key, absent);
    if (known.contains(text)) {
      return text;
    }
    complain(key, text, "'%s' is unknown; known: %s.".formatted(text, String.join(", ", known)));
    return absent;
  }

  /** A whole number from {@code low} to {@code high}. */
  public long whole(String key, long absent, long low, long high) {
    String text = text(key, Long.toString(absent)).strip();
    try {
      long value = Long.parseLong(text);
      if (value >= low && value <= high) {
        return value;
      }
    } catch (NumberFormatException e) {
      // answered below, like a number out of range
    }
    String right = "'%s' should be a whole number from %,d to %,d.";
    complain(key, text, String.format(Locale.ROOT, right, text, low, high));
    return absent;
  }

  /** A number from {@code low} to {@code high}. */
  public double number(String key, double absent, double low, double high) {
    if (!has(key)) {
      return absent;
    }
    String text = text(key, "").strip();
    double value = number(text);
    if (value >= low && value <= high) {
      return value;
    }
    complain(
        key,
        text,
        "'%s' should be a number from %s to %s."
            .formatted(text, WireNumber.of(low), WireNumber.of(high)));
    return absent;
  }

  /** From {@code least} to {@code most} finite numbers separated by commas. */
  public double[] numbers(String key, double[] absent, int least, int most) {
    int count = text(key, "").split(",", -1).length;
    if (!has(key) || count >= least && count <= most) {
      return numbers(key, absent, count);
    }
    complain(
        key,
        text(key, ""),
        "%d numbers given; from %d to %d would be right.".formatted(count, least, most));
    return absent;
  }

  /** Finite numbers separated by commas, {@code count} of them. */
  public double[] numbers(String key, double[] absent, int count) {
    if (!has(key)) {
      return absent;
    }
    String text = text(key, "");
    String[] parts = text.split(",", -1);
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = number(parts[i]);
      if (!Double.isFinite(numbers[i])) {
        complain(key, text, "'%s' is no finite number.".formatted(parts[i].strip()));
        return absent;
      }
    }
    if (numbers.length != count) {
      complain(
          key,
          text,
          "%d number%s given; %d would be right."
              .formatted(numbers.length, numbers.length == 1 ? "" : "s", count));
      return absent;
    }
    return numbers;
  }

  /** The device given as {@code device}, here or on another machine; the processor if absent. */
  public String device() {
    String device = text("device", Device.CPU);
    if (Device.isId(device)) {
      return device;
    }
    complain(
        "device",
        device,
        "'%s' is no device; cpu, reference or opencl:0 would be right.".formatted(device));
    return Device.CPU;
  }

  /** Four numbers {@code x0,x1,y0,y1}. */
  public Box box(String key, Box absent) {
    double[] corners =
        numbers(key, new double[] {absent.x0(), absent.x1(), absent.y0(), absent.y1()}, 4);
    try {
      return new Box(corners[0], corners[1], corners[2], corners[3]);
    } catch (IllegalArgumentException e) {
      complain(key, text(key, ""), String.valueOf(e.getMessage()));
      return absent;
    }
  }

  /** The numbers given as {@code prefix + name}, by name. */
  public Map<String, Double> prefixed(String prefix) {
    Map<String, Double> found = new TreeMap<>();
    for (String key : List.copyOf(values.keySet())) {
      if (key.startsWith(prefix)) {
        double value = number(text(key, ""));
        if (Double.isFinite(value)) {
          found.put(key.substring(prefix.length()), value);
        } else {
          complain(key, text(key, ""), "Should be a finite number.");
        }
      }
    }
    return found;
  }

  /** Reports that the value of {@code key} is wrong. */
  public void complain(String key, String value, String message) {
    complaints.add(new Complaint(key, value, message));
  }

  /** Whether something was wrong so far. */
  public boolean isFlawed() {
    return !complaints.isEmpty();
  }

  /**
   * Ends reading.
   *
   * @throws BadQuery if anything is wrong or a key was never asked for
   */
  public void finish() {
    for (Map.Entry<String, List<String>> entry : values.entrySet()) {
      if (!asked.contains(entry.getKey())) {
        complain(
            entry.getKey(),
            String.join(", ", entry.getValue()),
            "This key is unknown; known: %s.".formatted(String.join(", ", asked)));
      }
    }
    if (!complaints.isEmpty()) {
      throw new BadQuery(complaints);
    }
  }

  private static double number(String text) {
    String number = text.strip();
    boolean plain = number.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
    try {
      return plain ? Double.parseDouble(number) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
