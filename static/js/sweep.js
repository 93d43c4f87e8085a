// @ts-check
// takes a figure.map / beside the run that its form says draws the sweep around it, coarse to fine;
// a click, a drag or arrow keys pick another run.
import { palette } from "./canvas.js";
import { computed } from "./computed.js";
import { field, lastGood, merged, objective, addressEntries, rows, wire } from "./form.js";
import { handle } from "./handle.js";
import { refuse } from "./outcome.js";
import { runFigure } from "./run.js";
import { sweepStream } from "./sweep-stream.js";
import { fillCells, words } from "./sweep-words.js";
import { sweepView } from "./sweep-view.js";

/** @param {HTMLElement} figure */
export function mount(figure) {
  const self = runFigure(figure);
  const box = /** @type {HTMLElement} */ (figure.querySelector(".sweepbox"));
  const reading = /** @type {HTMLElement} */ (box.querySelector(".reading"));
  const place = computed(/** @type {HTMLElement} */ (box.querySelector(".computed")));
  const table = /** @type {HTMLDetailsElement} */ (figure.querySelector(".sweeptable"));
  const view = sweepView(box);
  let colours = palette(figure);
  let asked = "";
  /** @type {any} */
  let cells;

  const dot = handle(/** @type {HTMLElement} */ (box.querySelector(".handle")), box, pick);

  const streams = sweepStream({
    cells(/** @type {any} */ next) {
      cells = view.decode(next);
      box.classList.add("live");
      place.heard(cells);
      draw();
    },
    done() {
      place.say(cells);
      figure.dataset.swept = String(performance.now());
    },
    problem: (/** @type {Error} */ error) => refuse(self, error),
  });

  const over = () => field(figure, "over").value;
  const swept = () => (over() === "start" ? [] : over().split(","));

  /** The sweep does not change when another of its points is picked. */
  function query() {
    const query = objective(figure);
    const row = rows(figure)[0];
    query.set("steps", lastGood(field(figure, "steps")));
    query.set("optimizer", wire(figure, row, swept()));
    query.set("over", over());
    query.set("measure", field(figure, "measure").value);
    const sides = [...figure.querySelectorAll(".side")].map((side) => /** @type {HTMLInputElement} */ (side).value);
    query.set("box", [...sides, ...(sides.length === 1 ? ["0,1"] : [])].join(",").replaceAll(" ", ""));
    if (over() !== "start") {
      query.set("start", field(figure, "start").value);
      query.set("scale", field(figure, "spacing").value);
    }
    if (field(figure, "noise") && swept().length === 1 && field(figure, "measure").value === "loss") {
      query.set("noise", lastGood(field(figure, "noise")));
    }
    query.set("device", field(figure, "device").value);
    if (figure.dataset.resolution) query.set("resolution", figure.dataset.resolution);
    return String(query);
  }

  function ask() {
    const next = query();
    if (next === asked) return stand();
    asked = next;
    place.ask(next);
    streams.ask(`/api/sweep?${next}`);
  }

  /** Where the picked run stands in the sweep. */
  function picked() {
    if (over() === "start") return field(figure, "start").value.split(",").map(Number);
    return swept().map((name) => Number(lastGood(hyperparameter(name))));
  }

  /** @param {string} name */
  function hyperparameter(name) {
    return field(figure, `${rows(figure)[0].dataset.key}.${name}`);
  }

  function stand() {
    if (!cells || dot.isHeld()) return;
    const at = view.place(cells, picked());
    dot.place(...at);
    if (!box.matches(":hover")) read(...at);
  }

  function draw() {
    if (!cells) return;
    view.draw(cells, colours);
    stand();
    fillCells(table, cells);
  }

  /** @param {number} px @param {number} py @param {boolean} isFinal */
  function pick(px, py, isFinal) {
    if (!cells) return;
    const point = view.point(cells, px, py);
    if (over() === "start") {
      field(figure, "start").value = point.join(",");
    } else {
      swept().forEach((name, i) => {
        const input = hyperparameter(name);
        input.value = String(point[i]);
        self.accept(input);
      });
    }
    read(px, py);
    self.news.say(reading.textContent ?? "");
    self.change(isFinal);
    if (isFinal) dot.place(...view.place(cells, picked()));
  }

  /** @param {number} px @param {number} py */
  function read(px, py) {
    reading.textContent = cells ? words(cells, view.cellAt(cells, px, py)) : "";
  }

  /**
   * The address is written; what it changes of the form comes from the server.
   * @param {(key: string) => boolean} isKept @param {"pushState" | "replaceState"} write
   */
  async function turn(isKept, write = "pushState") {
    const entries = addressEntries(figure).filter(([key]) => isKept(key.slice(figure.id.length + 1)));
    history[write](null, "", `${location.pathname}${merged(location.search, figure.id, entries)}${location.hash}`);
    await self.restore(true);
  }

  /** Fields of other axes or of another optimizer are not those of this form. */
  figure.addEventListener("change", (event) => {
    const input = /** @type {HTMLElement} */ (event.target);
    if (!input.matches(".over, .method")) return;
    event.stopPropagation();
    const key = `${rows(figure)[0].dataset.key}.`;
    const isOfAxes = (/** @type {string} */ name) => name.startsWith("side-") || name === "measure";
    if (input.matches(".over")) turn((name) => !isOfAxes(name));
    else turn((name) => !isOfAxes(name) && !name.startsWith(key) && name !== "over");
  }, true);
  self.exampled = () => {
    if (over() === "start") turn((name) => !name.startsWith("side-"), "replaceState");
  };
  figure.addEventListener("asked", ask);

  box.addEventListener("pointermove", (event) => {
    const at = box.getBoundingClientRect();
    read(event.clientX - at.left, event.clientY - at.top);
  });
  box.addEventListener("pointerleave", () => {
    if (cells) read(...view.place(cells, picked()));
  });
  box.addEventListener("click", (event) => {
    if (/** @type {HTMLElement} */ (event.target).closest(".handle")) return;
    const at = box.getBoundingClientRect();
    const [px, py] = [event.clientX - at.left, event.clientY - at.top];
    if (cells && view.cellAt(cells, px, py) >= 0) pick(px, py, true);
  });

  self.beside = () => [{ box, layers: view.layers }];
  self.file = (what) => (what === "csv" ? `/api/sweep?${query()}&format=csv` : undefined);

  const redraw = () => {
    colours = palette(figure);
    draw();
  };
  document.addEventListener("themechange", redraw);
  new ResizeObserver(redraw).observe(box);
}
