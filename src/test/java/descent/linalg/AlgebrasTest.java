package descent.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlgebrasTest {
  @Test
  void checkSaysWhichAlgebraIsFast() {
    Algebras algebras = Algebras.load();
    assertThat(algebras.check()).contains(algebras.fast().name());
  }

  @Test
  void withoutTheNativeLibraryEverythingRunsOnTheReference() {
    Algebras algebras = Algebras.referenceOnly("no library for this platform");
    assertThat(algebras.fast()).isSameAs(algebras.reference());
    assertThat(algebras.check()).isEqualTo("no library for this platform");
  }
}
