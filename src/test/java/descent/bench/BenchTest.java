package descent.bench;

import static org.assertj.core.api.Assertions.assertThat;

import descent.device.Devices;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTest {
  private final List<Benchmark> all = Bench.all(1);

  @Test
  void every_key_names_its_unit_once() {
    assertThat(all).extracting(Benchmark::key).doesNotHaveDuplicates();
    assertThat(all)
        .allMatch(
            b -> b.key().matches("[a-z0-9_]+_(ms|s|mevals_s|ratio|mb|over_sgd_(step|seconds))"));
    assertThat(all).allMatch(b -> b.meaning().endsWith("."));
  }

  @Test
  void every_elementwise_rule_says_whether_its_loop_is_compiled_to_vectors() {
    assertThat(all)
        .filteredOn(b -> b.least() > 0)
        .extracting(Benchmark::key)
        .hasSizeGreaterThan(15)
        .allMatch(key -> key.matches("kernel_[a-z]+(_[a-z]+)*_scalar_over_vector_ratio"));
  }

  @Test
  void keys_of_a_device_begin_with_its_name() {
    List<Benchmark> device = Bench.ofDevice(new Devices(), "opencl:0");
    assertThat(device).extracting(Benchmark::key).doesNotHaveDuplicates();
    assertThat(device).allMatch(b -> b.key().matches("device_[a-z0-9_]+_(ms|us|gb_s|gflop_s)"));
    assertThat(device).allMatch(b -> b.meaning().endsWith("."));
  }

  @Test
  void a_median_is_taken_after_the_warm_up() {
    int[] repeats = {0};
    double milliseconds = Stopwatch.milliseconds(repeat -> repeats[0] = repeat + 1);
    assertThat(milliseconds).isNotNegative();
    assertThat(repeats[0]).isGreaterThan(18);
  }
}
