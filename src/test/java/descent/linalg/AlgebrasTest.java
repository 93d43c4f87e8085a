package descent.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AlgebrasTest {
  @Test
  void checkSaysWhichAlgebraIsFast() {
    Algebras algebras = Algebras.load(1);
    assertThat(algebras.check()).contains(algebras.fast().name());
  }

  @Test
  void withoutTheNativeLibraryEverythingRunsOnTheReference() {
    Algebras algebras = Algebras.referenceOnly("no library for this platform");
    assertThat(algebras.fast()).isSameAs(algebras.reference());
    assertThat(algebras.check()).isEqualTo("no library for this platform");
  }

  @Test
  void aMachineWithoutThreadsIsRefused() {
    assertThatThrownBy(() -> Algebras.load(0)).hasMessageContaining("got 0");
  }
}
