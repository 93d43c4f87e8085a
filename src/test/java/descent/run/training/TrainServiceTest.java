package descent.run.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import descent.device.Card;
import descent.device.Cards;
import descent.device.Devices;
import descent.device.OnEachCard;
import descent.linalg.Algebras;
import descent.linalg.Precision;
import descent.run.BadQuery;
import descent.run.Computed;
import descent.run.Queries;
import descent.run.Stop.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TrainServiceTest {
  private static final TrainCatalog CATALOG =
      TrainCatalog.standard(Algebras.onDemand(), Cards.DEVICES);
  private final TrainService service = new TrainService(CATALOG, 1);

  private static TrainSpec spec(String query) {
    return TrainSpec.decode(Queries.parse(query), CATALOG);
  }

  private static List<TrainingFrame> frames(TrainResult result, int entrant) {
    return result.curves().get(entrant).moments().stream().map(Moment::frame).toList();
  }

  private TrainResult watch(TrainSpec spec, String name, TrainAudience audience) {
    try (TrainService.Ticket ticket = service.reserve(spec)) {
      return service.watch(ticket, name, audience);
    }
  }

  @Test
  void aWatcherSeesEveryFrameOfTheResult() {
    TrainSpec spec = spec("steps=30&every=2&optimizer=adam&optimizer=kfac&batch=64");
    List<TrainingFrame> seen = new ArrayList<>();
    TrainResult watched =
        watch(
            spec,
            "",
            (moments, edits, progress) -> {
              moments.get(1).forEach(moment -> seen.add(moment.frame()));
              return true;
            });
    assertThat(seen).hasSize(16).isEqualTo(frames(service.result(spec), 1));
    assertThat(frames(watched, 0)).isEqualTo(frames(new TrainService(CATALOG, 1).result(spec), 0));
    assertThat(watched.curves().get(0).stop().reason()).isEqualTo(Reason.MAX_STEPS);
  }

  @Test
  void anEditOnTheWayIsInTheSpecificationWhichReproducesTheCurve() {
    TrainSpec spec = spec("steps=1000&every=10&optimizer=gd(learning_rate=0.1)&optimizer=adam");
    List<Edit> made = new ArrayList<>();
    TrainResult edited =
        watch(
            spec,
            "me",
            (moments, edits, progress) -> {
              if (made.isEmpty() && edits.isEmpty() && progress.step() > 0) {
                service.session("me").orElseThrow().edit("gd.learning_rate=1e-9");
              }
              made.addAll(edits);
              return true;
            });
    assertThat(made).isNotEmpty();
    assertThat(made.get(0).step()).isPositive();
    assertThat(edited.spec().edits()).isEqualTo(made);
    TrainResult again =
        new TrainService(CATALOG, 1).result(spec(edited.spec().query().replace("+", "%2B")));
    for (int entrant = 0; entrant < 2; entrant++) {
      assertThat(frames(again, entrant)).isEqualTo(frames(edited, entrant));
    }
    assertThat(service.session("me")).isEmpty();
  }

  @Test
  void aBadEditIsRefusedAndTheTrainingGoesOn() {
    TrainSpec spec = spec("steps=20&optimizer=gd");
    List<String> refusals = new ArrayList<>();
    watch(
        spec,
        "me",
        (moments, edits, progress) -> {
          for (String text : List.of("gd.learning_rate=0", "adam.b1=0.5", "nonsense", "gd.b1=1")) {
            try {
              service.session("me").orElseThrow().edit(text);
            } catch (IllegalArgumentException e) {
              refusals.add(e.getMessage());
            }
          }
          return true;
        });
    assertThat(refusals.get(0)).contains("above 0");
    assertThat(refusals.get(1)).contains("there are: gd");
    assertThat(refusals.get(2)).contains("should look like");
    assertThat(refusals.get(3)).contains("'b1' is unknown");
  }

  @Test
  void aPausedTrainingWaitsAndGoesOnToTheSameCurve() {
    TrainSpec spec = spec("steps=60&every=1&optimizer=adam");
    AtomicInteger pauses = new AtomicInteger();
    TrainResult paused =
        watch(
            spec,
            "me",
            (moments, edits, progress) -> {
              TrainSession session = service.session("me").orElseThrow();
              if (progress.paused()) {
                pauses.incrementAndGet();
                assertThat(moments.get(0)).isEmpty();
                session.pause(false);
              } else if (pauses.get() == 0) {
                session.pause(true);
              }
              return true;
            });
    assertThat(pauses).hasPositiveValue();
    assertThat(frames(paused, 0)).isEqualTo(frames(service.result(spec), 0)).hasSize(61);
  }

  @Test
  void twoTrainingsTakeTurns() throws InterruptedException {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch both = new CountDownLatch(2);
    List<Thread> threads = new ArrayList<>();
    for (String name : List.of("a", "b")) {
      TrainSpec spec = spec("steps=2000&every=20&optimizer=adam&seed=" + name.hashCode());
      Thread thread =
          new Thread(
              () ->
                  watch(
                      spec,
                      name,
                      (moments, edits, progress) -> {
                        order.add(name);
                        both.countDown();
                        try {
                          both.await();
                        } catch (InterruptedException e) {
                          return false;
                        }
                        return true;
                      }));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(order.indexOf("b")).isLessThan(order.lastIndexOf("a"));
    assertThat(order.indexOf("a")).isLessThan(order.lastIndexOf("b"));
  }

  @Test
  void whatOneLeftUndoneIsComputedForTheNext() {
    TrainSpec spec = spec("steps=2000&every=2&optimizer=adam");
    TrainResult left = service.result(spec, () -> false);
    assertThat(left.curves().get(0).stop().reason()).isEqualTo(Reason.CANCELLED);
    TrainResult whole = service.result(spec);
    assertThat(whole.curves().get(0).stop().reason()).isEqualTo(Reason.MAX_STEPS);
    assertThat(service.result(spec)).isSameAs(whole);
  }

  @Test
  void whoLeavesEndsTheTraining() {
    TrainSpec spec = spec("steps=20000&optimizer=adam");
    TrainResult left = watch(spec, "", (moments, edits, progress) -> false);
    assertThat(left.curves().get(0).stop().reason()).isEqualTo(Reason.CANCELLED);
    assertThat(left.curves().get(0).last().step()).isLessThan(20000);
  }

  @Test
  void moreThanTheMachineHoldsIsRefusedUntilThereIsRoom() {
    long half = CATALOG.limits().bytes() / 2;
    String layers = "hidden=" + "1000,".repeat(11) + "1000&batch=100";
    String entrants = "";
    TrainSpec large = spec(layers + "&optimizer=gd");
    while (Memory.of(large, Precision.FLOAT) <= half) {
      entrants += "&optimizer=gd";
      large = spec(layers + entrants);
    }
    TrainSpec most = large;
    try (TrainService.Ticket ticket = service.reserve(most)) {
      assertThatThrownBy(() -> service.reserve(most))
          .isInstanceOf(BadQuery.class)
          .hasMessageContaining("Too many trainings are under way")
          .hasMessageContaining(" of %,d MB of memory are free".formatted(2 * half >> 20));
    }
    service.reserve(most).close();
  }

  @Test
  void aLossThatIsNotFiniteAndASingularMatrixAreStopsOfTheirEntrantOnly() {
    TrainResult result =
        service.result(
            spec(
                "hidden=16&steps=60&activation=relu&batch=64&optimizer=gd(learning_rate=1e30)"
                    + "&optimizer=natural_gradient(damping=0)&optimizer=adam"));
    assertThat(result.curves().stream().map(c -> c.stop().reason()))
        .containsExactly(Reason.DIVERGED, Reason.STUCK, Reason.MAX_STEPS);
    assertThat(result.curves().get(1).stop().message())
        .contains("Natural gradient stopped at step")
        .contains("raise the damping");
  }

  private static final String TRIO =
      "steps=60&batch=64&optimizer=adam&optimizer=momentum(learning_rate=0.1)&optimizer=gd";

  @OnEachCard
  void aCardTrainsAsTheReferenceDoes(Card card) {
    TrainResult ours = service.result(spec(TRIO + "&device=" + card.device().id()));
    TrainResult exact = service.result(spec(TRIO + "&device=reference"));
    for (int entrant = 0; entrant < 3; entrant++) {
      assertThat(ours.curves().get(entrant).computed().note()).isEmpty();
      List<TrainingFrame> expected = frames(exact, entrant);
      List<TrainingFrame> found = frames(ours, entrant);
      assertThat(found).hasSameSizeAs(expected);
      for (int k = 0; k < found.size(); k++) {
        TrainingFrame right = expected.get(k);
        assertThat(found.get(k).step()).isEqualTo(right.step());
        assertThat(found.get(k).loss()).isCloseTo(right.loss(), within(1e-3 * right.loss()));
        assertThat(found.get(k).heldLoss()).isCloseTo(right.heldLoss(), within(2e-3));
        if (k > 0) {
          assertThat(found.get(k).batchLoss()).isCloseTo(right.batchLoss(), within(2e-3));
          assertThat(found.get(k).gradientNorm()).isCloseTo(right.gradientNorm(), within(2e-3));
        }
      }
    }
    assertThat(card.held()).isZero();
  }

  /** The same signs are drawn from nearly the same outputs: the curves part slowly. */
  @OnEachCard
  void kfacOnACardIsThatOfTheReference(Card card) {
    List<String> settings =
        List.of(
            "", "(fisher=exact,adapt=0,damping=0.1)", "(fisher=empirical,part=0.5,damping=0.3)");
    for (String task : List.of("classify&hidden=20,12", "reconstruct&hidden=20,8,20")) {
      for (String own : settings) {
        String query = "steps=25&every=5&batch=64&task=%s&optimizer=kfac%s".formatted(task, own);
        Curve ours = service.result(spec(query + on(card))).curves().get(0);
        assertThat(ours.computed().note()).as(query).isEmpty();
        Curve exact = service.result(spec(query + "&device=reference")).curves().get(0);
        for (int k = 0; k < exact.moments().size(); k++) {
          double right = exact.moments().get(k).frame().loss();
          assertThat(ours.moments().get(k).frame().loss())
              .as(query + " at " + k)
              .isCloseTo(right, within(5e-3 * right));
        }
        assertThat(exact.last().loss()).isLessThan(0.9 * exact.moments().get(0).frame().loss());
      }
    }
    TrainSpec fitted = spec("steps=10&optimizer=kfac(quadratic=1)" + on(card));
    assertThat(service.result(fitted).curves().get(0).computed().note()).contains("quadratic");
    assertThat(card.held()).isZero();
  }

  @OnEachCard
  void anEditOnTheWayHoldsOnACardToo(Card card) {
    String query = "steps=40&every=8&optimizer=momentum&edit=13:momentum.momentum=0&seed=4";
    List<TrainingFrame> ours = frames(service.result(spec(query + on(card))), 0);
    List<TrainingFrame> exact = frames(service.result(spec(query + "&device=reference")), 0);
    assertThat(ours.get(5).step()).isEqualTo(40);
    assertThat(ours.get(5).loss()).isCloseTo(exact.get(5).loss(), within(1e-4));
    TrainSpec plain = spec("steps=40&every=8&optimizer=momentum&seed=4" + on(card));
    double unedited = frames(service.result(plain), 0).get(5).loss();
    assertThat(Math.abs(ours.get(5).loss() - unedited)).isGreaterThan(1e-2);
  }

  @OnEachCard
  void aTrainingThatDivergesOnACardStopsAtItsStep(Card card) {
    String query = "steps=100&batch=64&optimizer=gd(learning_rate=1e30)&activation=relu&hidden=16";
    Curve ours = service.result(spec(query + on(card))).curves().get(0);
    assertThat(ours.stop().reason()).isEqualTo(Reason.DIVERGED);
    assertThat(ours.stop().step()).isBetween(1, 20);
    assertThat(card.held()).isZero();
  }

  @OnEachCard
  void whatACardDoesNotTrainIsTrainedOnTheProcessorAndMarked(Card card) {
    TrainResult result = service.result(spec("steps=10&optimizer=lbfgs&optimizer=gd" + on(card)));
    Computed first = result.curves().get(0).computed();
    assertThat(first.device()).isEqualTo("cpu");
    assertThat(first.note()).contains("elementwise", "on the processor instead");
    assertThat(result.curves().get(1).computed().device()).isEqualTo(card.device().id());
    TrainResult whole = service.result(spec("steps=10&optimizer=gd&precision=double" + on(card)));
    assertThat(whole.curves().get(0).computed().note()).contains("single precision");
  }

  @Test
  void aDeviceThatIsNotThereIsReplacedByTheProcessor() {
    TrainResult result = service.result(spec("steps=10&optimizer=gd&device=opencl:99"));
    assertThat(result.curves().get(0).computed().note()).startsWith("There is no opencl:99 here");
    assertThat(frames(result, 0))
        .isEqualTo(frames(service.result(spec("steps=10&optimizer=gd")), 0));
  }

  /** The frames before come from the card, those after from the processor, which begins anew. */
  @OnEachCard
  void aCardThatIsLostOnTheWayIsReplacedByTheProcessor(Card card) {
    try (Devices own = new Devices()) {
      Card lost = own.card(card.device().id());
      TrainCatalog catalog = TrainCatalog.standard(Algebras.onDemand(), own);
      TrainService alone = new TrainService(catalog, 1);
      String query = "steps=400&every=20&optimizer=adam&optimizer=gd";
      TrainSpec spec = TrainSpec.decode(Queries.parse(query + on(card)), catalog);
      TrainResult result;
      try (TrainService.Ticket ticket = alone.reserve(spec)) {
        result =
            alone.watch(
                ticket,
                "",
                (moments, edits, progress) -> {
                  if (progress.step() > 0 && lost.held() > 0) {
                    Cards.breakDown(lost);
                  }
                  return true;
                });
      }
      TrainResult exact = service.result(spec(query));
      for (int entrant = 0; entrant < 2; entrant++) {
        assertThat(result.curves().get(entrant).computed().note())
            .contains("too few arguments", "computed on the processor instead");
        List<TrainingFrame> found = frames(result, entrant);
        assertThat(found)
            .extracting(TrainingFrame::step)
            .isEqualTo(frames(exact, entrant).stream().map(TrainingFrame::step).toList());
        assertThat(found.get(20)).isEqualTo(frames(exact, entrant).get(20));
      }
      assertThat(lost.held()).isZero();
    }
  }

  @OnEachCard
  void whoLeavesFreesTheCard(Card card) {
    TrainSpec spec = spec("steps=5000&every=10&optimizer=adam&optimizer=gd" + on(card));
    TrainResult left = watch(spec, "", (moments, edits, progress) -> progress.step() < 20);
    assertThat(left.curves()).extracting(c -> c.stop().reason()).containsOnly(Reason.CANCELLED);
    assertThat(card.held()).isZero();
  }

  private static String on(Card card) {
    return "&device=" + card.device().id();
  }
}
