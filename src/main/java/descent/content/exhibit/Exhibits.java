package descent.content.exhibit;

import descent.device.Devices;
import descent.linalg.Algebras;
import java.util.List;
import java.util.function.Supplier;

/** The exhibits that there are. */
public final class Exhibits {
  private Exhibits() {}

  /** One of each, as it is without settings. */
  public static List<Exhibit> all(Supplier<Algebras> algebras, Devices devices) {
    return List.of(
        FisherExhibit.plain(),
        FieldExhibit.plain(),
        MatrixExhibit.plain(),
        ManifoldExhibit.plain(),
        GlobeExhibit.plain(),
        ErmExhibit.plain(),
        RulersExhibit.plain(),
        SpectrumExhibit.plain(algebras),
        BatchesExhibit.plain(algebras),
        MomentsExhibit.plain(algebras),
        RooflineExhibit.plain(devices));
  }
}
