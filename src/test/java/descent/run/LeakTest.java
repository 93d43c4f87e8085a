package descent.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import descent.device.Card;
import descent.device.Cards;
import descent.device.Devices;
import descent.device.OnEachCard;
import descent.linalg.Algebras;
import descent.run.Stop.Reason;
import descent.run.sweep.Cells;
import descent.run.sweep.SweepService;
import descent.run.sweep.SweepSpec;
import descent.run.training.TrainAudience;
import descent.run.training.TrainCatalog;
import descent.run.training.TrainResult;
import descent.run.training.TrainService;
import descent.run.training.TrainSpec;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Work that is left or that fails in the middle: what the card keeps, and who goes on. */
class LeakTest {
  private static final Catalog CATALOG = Catalog.standard();
  private static final String LARGE = "&resolution=512&steps=400";
  private static final String SMALL = "&resolution=32&steps=20";

  /** A context is referred to by each of its buffers, queues and programs. */
  @OnEachCard
  void workThatIsLeftInTheMiddleFreesAllThatTheCardHolds(Card card) {
    try (Devices devices = new Devices()) {
      Card own = devices.card(card.device().id());
      finish(devices, own);
      int before = Cards.references(own);
      assumeTrue(Cards.countsBuffers(own), "this driver does not count buffers");
      for (int i = 0; i < 3; i++) {
        leave(devices, own);
      }
      assertThat(Cards.comesDownTo(before, own)).isTrue();
    }
  }

  /** Builds all programs, which the card keeps. */
  private static void finish(Devices devices, Card card) {
    assertThat(sweep(LARGE, devices, card, () -> true)).isPresent();
    TrainResult done = train(20, devices, card, (moments, edits, progress) -> true);
    assertThat(done.curves().get(0).stop().reason()).isEqualTo(Reason.MAX_STEPS);
  }

  private static void leave(Devices devices, Card card) {
    BooleanSupplier untilBegun = () -> card.held() == 0;
    assumeTrue(sweep(LARGE, devices, card, untilBegun).isEmpty(), "this card was done before");
    assertThat(card.held()).isZero();
    TrainResult left =
        train(5000, devices, card, (moments, edits, progress) -> progress.step() < 20);
    assertThat(left.curves().get(0).stop().reason()).isEqualTo(Reason.CANCELLED);
    assertThat(card.held()).isZero();
  }

  private static Optional<Cells> sweep(
      String size, Devices devices, Card card, BooleanSupplier watched) {
    String query =
        "objective=himmelblau&over=start&optimizer=gd(learning_rate=0.01)"
            + size
            + "&device="
            + card.device().id();
    try (SweepService service = new SweepService(CATALOG, 1, devices)) {
      return service.cells(SweepSpec.decode(Queries.parse(query), CATALOG), watched);
    }
  }

  private static TrainResult train(int steps, Devices devices, Card card, TrainAudience audience) {
    TrainCatalog catalog = TrainCatalog.standard(Algebras.onDemand(), devices);
    TrainService service = new TrainService(catalog, 1);
    String query =
        "steps=%d&every=10&optimizer=adam&device=%s".formatted(steps, card.device().id());
    TrainSpec spec = TrainSpec.decode(Queries.parse(query), catalog);
    try (TrainService.Ticket ticket = service.reserve(spec)) {
      return service.watch(ticket, "", audience);
    }
  }

  @OnEachCard
  void aCardThatIsLostInTheMiddleOfASweepIsReplacedByTheProcessor(Card card) {
    try (Devices devices = new Devices()) {
      Card own = devices.card(card.device().id());
      AtomicInteger broken = new AtomicInteger();
      BooleanSupplier breaks =
          () -> {
            if (own.held() > 0 && broken.getAndIncrement() == 0) {
              Cards.breakDown(own);
            }
            return true;
          };
      Cells cells = sweep(LARGE, devices, own, breaks).orElseThrow();
      assumeTrue(broken.get() > 0, "this card was done before");
      assertThat(cells.computed().device()).isEqualTo("cpu");
      assertThat(cells.computed().note())
          .contains("too few arguments", "It was computed on the processor instead.");
      assertThat(own.held()).isZero();
    }
  }

  /** Between two frames of a training, a whole sweep has its turns on the same card. */
  @OnEachCard
  void aTrainingLetsASweepPass(Card card) {
    AtomicInteger passed = new AtomicInteger();
    train(
        5000,
        Cards.DEVICES,
        card,
        (moments, edits, progress) -> {
          assertThat(card.held()).isPositive();
          Cells cells = sweep(SMALL, Cards.DEVICES, card, () -> true).orElseThrow();
          assertThat(cells.computed().device()).isEqualTo(card.device().id());
          return passed.incrementAndGet() < 3;
        });
    assertThat(passed).hasValue(3);
    assertThat(card.held()).isZero();
  }
}
