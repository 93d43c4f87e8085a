// @ts-check
// takes a figure.train / its form is its state and its address / asks the server for the curves
// that the form says, or trains live, and draws loss or accuracy on both parts of the data.
import { address, age } from "./address.js";
import { palette } from "./canvas.js";
import { computed, together } from "./computed.js";
import { curvesView } from "./curves.js";
import { download } from "./download.js";
import { field, fill } from "./form.js";
import { json, newest, Offline, Refusal, told } from "./newest.js";
import { significant, whole } from "./numbers.js";
import { remedy } from "./outcome.js";
import { replaceRows } from "./rows.js";
import { status } from "./status.js";
import { trainControls } from "./train-controls.js";
import { entrantsOf, trainQuery } from "./train-form.js";
import { live } from "./train-live.js";
import { fillNumbers, lastOf } from "./train-table.js";
import { say } from "./words.js";

const LATE = 300;

/** @param {HTMLElement} figure */
export function mount(figure) {
  const [mapbox, curvebox] = ["learned", "held"].map(
    (part) => /** @type {HTMLElement} */ (figure.querySelector(`.${part}`)));
  const views = [curvesView(mapbox), curvesView(curvebox)];
  const news = status(figure);
  const history = address(figure);
  const place = computed(/** @type {HTMLElement} */ (figure.querySelector(".computed")));
  let colours = palette(figure);
  const waits = figure.dataset.waits === "true";
  /** @type {{ entrants: any[], traces: ReturnType<typeof entrantsOf>, most: number } | undefined} */
  let run;
  let late = 0;

  const runs = newest(json, (answer) => {
    settle();
    show({ entrants: answer.entrants, traces: entrantsOf(figure), most: 0 });
    report(false);
  }, (error) => { settle(); refuse(error); });

  function settle() {
    clearTimeout(late);
    late = 0;
    if (news.kind() === "running") news.clear();
  }

  /** Asks for the curves of the form, which are known when the page was read before. */
  function ask() {
    if (waits || !entrantsOf(figure).length) return;
    late ||= setTimeout(() => {
      late = 0;
      if (runs.busy()) news.show("running", say("Training now"), say("{0} steps", field(figure, "steps").value));
    }, LATE);
    const query = trainQuery(figure);
    place.ask(String(query));
    runs.ask(`/api/train?${query}`);
  }

  /** @param {NonNullable<typeof run>} next */
  function show(next) {
    run = next;
    figure.classList.add("live");
    draw();
  }

  /** Draws what is known, now. */
  function draw() {
    if (!run) return;
    const axis = field(figure, "axis").value;
    const measure = field(figure, "measure")?.value ?? "loss";
    const logY = measure === "loss" && field(figure, "scale").value === "log";
    const column = axis.endsWith("step") ? "step" : "seconds";
    const words = measure === "loss" ? say("Loss") : say("Accuracy");
    ["", "held_"].forEach((part, i) => views[i].draw({
      curves: (run?.traces ?? []).map((trace, k) => ({
        ...trace,
        xs: run?.entrants[k].frames[column],
        ys: run?.entrants[k].frames[part + measure],
      })),
      title: [part ? say("{0} on the data held out", words) : say("{0} on the data learned from", words), ...(logY ? [say("log scale")] : [])].join(", "),
      under: [column === "step" ? say("step") : say("seconds"), ...(axis.startsWith("log") ? [say("log scale")] : [])].join(", "),
      logX: axis.startsWith("log"),
      logY,
      most: column === "step" ? run?.most ?? 0 : 0,
    }, colours));
    readings();
    figure.dataset.drawn = String(performance.now());
  }

  /** Loss and held-out loss of each row. */
  function readings() {
    for (const [k, { row }] of (run?.traces ?? []).entries()) {
      const [loss, held] = row.querySelectorAll("output");
      const { frames, stop } = /** @type {any} */ (run).entrants[k];
      const hasFailed = stop?.reason === "diverged";
      loss.textContent = hasFailed ? say("diverged") : significant(lastOf(frames.loss));
      held.textContent = significant(lastOf(frames.held_loss));
    }
    const steps = run?.entrants.map((entrant) => lastOf(entrant.frames.step) ?? 0) ?? [0];
    /** @type {HTMLElement} */ (figure.querySelector(".now")).textContent = String(Math.max(0, ...steps));
    fillNumbers(figure, run);
  }

  /** What the end means. @param {boolean} wasLive */
  function report(wasLive) {
    readings();
    if (run?.entrants.length && run.entrants.every((e) => e.device)) {
      const all = together(run.entrants, run.traces.map((trace) => trace.title));
      place.heard(all);
      place.say(all);
    }
    const failed = run?.entrants.find((e) => ["diverged", "stuck", "budget"].includes(e.stop?.reason));
    if (failed) {
      const { message, offer } = failed.stop;
      const sentence = message.indexOf(". ") + 1 || message.length;
      const { row } = run?.traces[run.entrants.indexOf(failed)] ?? {};
      news.show("diverged", message.slice(0, sentence), message.slice(sentence).trim(), remedy(row, offer));
    } else if (wasLive && run?.traces.length) {
      const lasts = run.entrants.map((e) => lastOf(e.frames.loss) ?? Infinity);
      const best = lasts.indexOf(Math.min(...lasts));
      const seconds = Math.max(...run.entrants.map((e) => lastOf(e.frames.seconds) ?? 0));
      news.show("good", say("Done."), `${say("{0} steps, at most {1} s each.", whole(lastOf(run.entrants[best].frames.step)), seconds.toFixed(2))} `
        + say("{0} is lowest: {1}.", run.traces[best].title, significant(lasts[best])));
    } else if (["diverged", "bad", "offline"].includes(news.kind())) news.clear();
  }

  /** @param {Error} error */
  function refuse(error) {
    if (error instanceof Refusal) {
      news.show("bad", told(error), say("The figure still shows the last training that worked."));
    } else {
      const kind = error instanceof Offline ? "offline" : "bad";
      news.show(kind, told(error), say("The last training is still here."), { words: say("Try again"), act: ask });
    }
  }

  /** The form has changed. @param {boolean} isFinal whether the gesture has ended */
  function change(isFinal) {
    if (["good", "stopped"].includes(news.kind())) news.clear();
    training.cancel();
    remember(isFinal);
    const traces = entrantsOf(figure);
    if (!traces.length) show({ entrants: [], traces, most: 0 });
    else if (!waits) training.start(false);
  }

  /** @param {boolean} isFinal */
  function remember(isFinal) {
    history.write(isFinal);
    age(figure);
  }

  /** Fills the form from the address; its rows come from the server. */
  async function restore() {
    training.cancel();
    await replaceRows(figure, location.search);
    fill(figure, new URLSearchParams(location.search));
    self.refresh();
    ask();
    age(figure);
  }

  const self = {
    figure, news, mapbox, curvebox, history, ask, change, draw, show, report, refuse, remember, restore,
    view: () => views[0],
    loss: views[1],
    /** Something newer is on its way. */
    begin(/** @type {URLSearchParams} */ query) {
      place.ask(String(query));
      runs.stop();
      settle();
    },
    file(/** @type {string} */ what) {
      const query = trainQuery(figure);
      query.set("format", what);
      for (const key of ["axis", "measure", "scale"]) {
        if (what === "svg" && field(figure, key)) query.set(key, field(figure, key).value);
      }
      return `/api/train?${query}`;
    },
    download: (/** @type {string} */ what) => download(self, what),
    refresh() {},
  };
  const training = live(self);
  trainControls(self, training);

  const redraw = () => {
    colours = palette(figure);
    draw();
  };
  addEventListener("popstate", restore);
  document.addEventListener("themechange", redraw);
  new ResizeObserver(() => (run ? draw() : ask())).observe(mapbox);
}
