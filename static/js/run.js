// @ts-check
// takes a figure.run / its form is its state and its address / asks the server for the run when the
// form changes and for the field when objective, box or size change / draws both.
import { address } from "./address.js";
import { palette } from "./canvas.js";
import { controls } from "./controls.js";
import { field, fill, isOn, lastGood, objective, rows, rowsOf, runQuery } from "./form.js";
import { handle } from "./handle.js";
import { lineView } from "./line.js";
import { lossView } from "./loss.js";
import { mapView } from "./map.js";
import { json, newest } from "./newest.js";
import { field as shortest, whole } from "./numbers.js";
import { explainObjective, outcome, refuse } from "./outcome.js";
import { readings, replaceRows } from "./rows.js";
import { addParameters } from "./parameters.js";
import { linesOf } from "./scene.js";
import { status } from "./status.js";
import { surfaceView } from "./surface.js";
import { say } from "./words.js";

const LATE = 300;
/** Updates of all optimizers from which a run is streamed. */
const LONG = 20000;

/** @param {HTMLElement} figure */
export function mount(figure) {
  runFigure(figure);
}

/** The same for a figure that shows more than a run. @param {HTMLElement} figure */
export function runFigure(figure) {
  const mapbox = /** @type {HTMLElement} */ (figure.querySelector(".mapbox"));
  const curvebox = /** @type {HTMLElement} */ (figure.querySelector(".curvebox"));
  const table = /** @type {HTMLDetailsElement} */ (figure.querySelector(".state"));
  const news = status(figure);
  const history = address(figure);
  const loss = lossView(curvebox);
  const views = { map: mapView, curve: lineView, surface: surfaceView };
  let colours = palette(figure);
  let kind = "";
  /** @type {any} */
  let view;
  /** @type {any} */
  let plane;
  /** @type {any} */
  let run;
  /** @type {any} */
  let scene;
  let box = figure.dataset.box ?? "";
  let late = 0;
  let reached = 0;
  let isStale = figure.querySelector(".stale:not([hidden])") !== null;

  const start = () => field(figure, "start").value.split(",").map(Number);
  const step = () => Number(field(figure, "step").value);
  const dot = handle(/** @type {HTMLElement} */ (mapbox.querySelector(".handle")), mapbox, startAt);

  /** @param {number} px @param {number} py @param {boolean} isFinal whether the gesture has ended */
  function startAt(px, py, isFinal) {
    const digits = Math.max(2, Math.ceil(1 - Math.log10(view.perPixel())));
    const point = view.point(px, py).map((/** @type {number} */ v) => Number(v.toFixed(Math.min(12, digits))));
    field(figure, "start").value = point.map((/** @type {number} */ v) => shortest(v, 12)).join(",");
    if (kind === "curve") dot.place(.../** @type {[number, number]} */ (view.place(point)));
    news.say(say("start {0}", point.map((/** @type {number} */ v) => shortest(v)).join(", ")));
    change(isFinal);
  }

  const load = (/** @type {string} */ url, /** @type {AbortSignal} */ signal) =>
    isLong()
      ? import("./stream.js").then((module) => module.stream(url, signal, grown))
      : json(url, signal);

  const runs = newest(load, (answer, _url, ms) => {
    settle();
    run = answer;
    outcome(self, run, ms);
    compose();
  }, (error) => { settle(); refuse(self, error); });

  const fields = newest(json, (answer) => {
    plane = answer;
    if (plane.variables.length !== Number(figure.dataset.dimension)) turnTo(plane.variables);
    view.show(plane, colours);
    explainObjective(self, plane);
    compose();
    ask();
  }, (error) => {
    if (addParameters(figure, error)) askField();
    else refuse(self, error);
  });

  function isLong() {
    return Number(lastGood(field(figure, "steps"))) * rows(figure).filter(isOn).length > LONG;
  }

  /** A streamed run has come to a step. @param {any} part @param {number} step */
  function grown(part, step) {
    run = part;
    reached = step;
    compose();
    if (news.kind() === "running") running();
  }

  function running() {
    const steps = whole(Number(lastGood(field(figure, "steps"))));
    const words = reached ? say("step {0} of {1}", whole(reached), steps) : say("{0} steps", steps);
    news.show("running", say("Running"), words, { words: say("Stop"), act: stop });
  }

  /** The request is answered: nothing is late any more. */
  function settle() {
    clearTimeout(late);
    late = 0;
    if (news.kind() === "running") news.clear();
  }

  /** Asks for the run that the form says. */
  function ask() {
    figure.dispatchEvent(new Event("asked"));
    if (!rows(figure).some(isOn)) {
      runs.stop();
      run = { entrants: [] };
      compose();
      return;
    }
    const query = runQuery(figure);
    query.set("include", table.open || figure.dataset.detail ? "state" : "gradient");
    reached = 0;
    late ||= setTimeout(() => {
      late = 0;
      if (runs.busy()) running();
    }, LATE);
    runs.ask(`/api/run?${query}`);
  }

  function stop() {
    runs.stop();
    settle();
    const lead = reached ? say("Stopped at step {0}.", whole(reached)) : say("Stopped.");
    news.show("stopped", lead, say("What was computed is kept."), { words: say("Go on"), act: ask });
  }

  /** Asks for the field, and after it for the run. */
  function askField() {
    choose();
    const query = objective(figure);
    const { width, height } = view.size();
    query.set("box", box);
    query.set("width", String(width));
    query.set("height", String(height));
    fields.ask(`/api/field?${query}`);
  }

  /** The view that fits the form: a map, a surface, a curve. */
  function choose() {
    const wanted = figure.dataset.dimension === "1" ? "curve" : (field(figure, "view")?.value ?? "map");
    if (wanted === kind) return;
    kind = wanted;
    view?.layers.forEach((/** @type {any} */ layer) => layer.canvas.remove());
    view = views[/** @type {keyof views} */ (kind)](mapbox);
    figure.dataset.view = kind;
  }

  /** A typed formula has more or fewer variables. @param {string[]} variables */
  function turnTo(variables) {
    figure.dataset.dimension = String(variables.length);
    const label = figure.querySelector(".objective label");
    if (label) label.textContent = `f(${variables.join(", ")}) =`;
    field(figure, "start").value = variables.map((_, i) => start()[i] ?? 1).join(",");
    choose();
  }

  /** Puts an answer and the form together. */
  function compose() {
    if (!plane || !run || run.entrants.some((/** @type {any} */ e) => e.frames.x.length !== plane.variables.length)) return;
    const minima = plane.minima ?? [];
    scene = {
      lines: linesOf(figure, run, view),
      minima,
      start: start(),
      steps: Number(field(figure, "steps").value),
      variables: plane.variables,
      floor: plane.known,
      get step() { return step(); },
      get show() { return field(figure, "show")?.value ?? "arrows"; },
      get scale() { return field(figure, "scale").value; },
    };
    figure.classList.add("live");
    if (!dot.isHeld()) dot.place(...(/** @type {[number, number]} */ (view.place(start()) ?? [NaN, NaN])));
    draw();
  }

  /** Draws what is known, now. */
  function draw() {
    if (!scene) return;
    view.draw(scene, colours);
    loss.draw(scene, colours);
    readings(figure, scene);
    if (table.open) import("./table.js").then((module) => module.fillTable(figure, scene));
    figure.dataset.drawn = String(performance.now());
    figure.dispatchEvent(new Event("drawn"));
  }

  /** The form has changed. @param {boolean} isFinal whether the gesture has ended */
  function change(isFinal, withField = false) {
    if (["good", "stopped"].includes(news.kind())) news.clear();
    if (withField) askField();
    else ask();
    history.write(isFinal);
    age();
  }

  /** The caption's numbers belong to its author's run, at whichever step and in whichever view. */
  function age() {
    const shown = ["step", "view", "scale"].map((name) => `${figure.id}.${name}`);
    const keys = [...new URLSearchParams(location.search).keys()];
    const other = keys.some((key) => key.startsWith(`${figure.id}.`) && !shown.includes(key));
    if (isStale === other) return;
    isStale = other;
    /** @type {HTMLElement} */ (figure.querySelector(".stale")).hidden = !isStale;
  }

  /** Fills the form from the address; rows that are not there come from the server. */
  async function restore(anew = figure.dataset.block !== "run") {
    const query = new URLSearchParams(location.search);
    const wanted = rowsOf(figure, query);
    const present = rows(figure).map((row) => row.dataset.key ?? "");
    if (anew || present.length !== wanted.size || present.some((key) => !wanted.has(key))) {
      await replaceRows(figure, location.search);
    }
    fill(figure, query);
    self.refresh();
    age();
    askField();
  }

  const self = {
    figure, news, history, loss, mapbox, curvebox, table, ask, askField, change, draw, restore, step,
    view: () => view,
    scene: () => scene,
    field: () => plane,
    box: () => box,
    setBox(/** @type {string} */ next) { box = next; },
    startAt: (/** @type {number} */ px, /** @type {number} */ py) => startAt(px, py, true),
    /** An example stands in the form. */
    exampled() {},
    /** Sliders and limits follow the fields. */
    refresh() {},
    /** A field holds a number that is allowed. */
    accept(/** @type {HTMLInputElement} */ _input) {},
    /** Plots before those of the run. @type {() => { box: HTMLElement, layers: any[] }[]} */
    beside: () => [],
    /** The address of a file that is not the run's. @type {(what: string) => string | undefined} */
    file: () => undefined,
    download: async (/** @type {string} */ what) =>
      (await import("./download.js")).download(self, what),
  };
  controls(self);

  const redraw = () => {
    colours = palette(figure);
    if (plane) view.show(plane, colours);
    compose();
  };
  addEventListener("popstate", () => restore());
  document.addEventListener("themechange", redraw);
  let size = "";
  new ResizeObserver(() => {
    const now = `${mapbox.clientWidth} ${mapbox.clientHeight} ${devicePixelRatio}`;
    if (now !== size && mapbox.clientWidth) {
      size = now;
      askField();
    }
  }).observe(mapbox);
  return self;
}
