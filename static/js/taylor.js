// @ts-check
// takes a figure.taylor / its form says where the polynomials touch and where they are read / asks
// the server and draws curves, errors or surfaces.
import { address, age } from "./address.js";
import { palette } from "./canvas.js";
import { field, fill } from "./form.js";
import { handle } from "./handle.js";
import { json, newest, told } from "./newest.js";
import { significant } from "./numbers.js";
import { keys as stepByKeys, paint, position, rangeOf, value } from "./slider.js";
import { status } from "./status.js";
import { taylorPlot } from "./taylor-plot.js";
import { turns } from "./turns.js";
import { say } from "./words.js";

/** @param {HTMLElement} figure */
export function mount(figure) {
  const mapbox = /** @type {HTMLElement} */ (figure.querySelector(".mapbox"));
  const errorLine = /** @type {HTMLElement} */ (figure.querySelector(".ferr"));
  const kind = figure.dataset.view ?? "curve";
  const plot = taylorPlot(mapbox, kind);
  const history = address(figure);
  const news = status(figure);
  let colours = palette(figure);
  /** @type {any} */
  let answer;

  const point = (/** @type {string} */ key) => field(figure, key).value.split(",").map(Number);
  const state = () => ({ at: point("at"), probe: point("probe") });

  /** @type {Record<string, ReturnType<typeof handle>>} */
  const handles = {};
  for (const element of figure.querySelectorAll(".handle")) {
    const key = /** @type {HTMLElement} */ (element).dataset.moves ?? "";
    handles[key] = handle(/** @type {HTMLElement} */ (element), mapbox, (px, _py, isFinal) => {
      const x = plot.valueAt(px);
      field(figure, key).value = String(Number(x.toPrecision(4)));
      news.say(`${key} ${field(figure, key).value}`);
      place();
      change(isFinal);
    });
  }

  const asked = newest(json, (next) => {
    answer = next;
    errorLine.hidden = true;
    figure.classList.add("live");
    draw();
  }, (error) => {
    errorLine.textContent = told(error, say("The last picture is still here."));
    errorLine.hidden = false;
  });

  function ask() {
    const query = new URLSearchParams({
      objective: figure.dataset.objective ?? "",
      at: field(figure, "at").value,
      probe: field(figure, "probe").value,
      precision: field(figure, "precision").value,
      box: figure.dataset.box ?? "",
    });
    asked.ask(`/api/taylor?${query}`);
  }

  /** @param {boolean} isFinal */
  function change(isFinal) {
    follow();
    ask();
    history.write(isFinal);
    age(figure);
  }

  /** Sliders stand where the fields say. */
  function follow() {
    for (const element of figure.querySelectorAll("[data-index]")) {
      const slider = /** @type {HTMLInputElement} */ (element);
      const number = /** @type {HTMLInputElement} */ (slider.closest(".coordinate")?.querySelector(".num"));
      if (document.activeElement !== slider) {
        const x = Number(number.value.split(",")[Number(slider.dataset.index)]);
        slider.value = String(position(rangeOf(slider), x));
      }
      paint(slider);
    }
  }

  function place() {
    for (const [key, dot] of Object.entries(handles)) {
      if (answer) dot.place(...plot.place(answer, point(key)[0], key));
    }
  }

  function readings() {
    const digits = field(figure, "precision").value === "single" ? 8 : 9;
    for (const row of figure.querySelectorAll("[data-reading]")) {
      const key = /** @type {HTMLElement} */ (row).dataset.reading ?? "";
      const [cell, error] = row.querySelectorAll("td");
      cell.textContent = significant(answer[key][0], digits);
      error.textContent = key === "f" ? "" : significant(answer.f[0] - answer[key][0]);
    }
  }

  function draw() {
    if (!answer) return;
    plot.draw(answer, state(), colours);
    readings();
    place();
    figure.dataset.drawn = String(performance.now());
  }

  stepByKeys(figure);
  figure.addEventListener("input", (event) => {
    const slider = /** @type {HTMLInputElement} */ (event.target);
    if (slider.dataset.index === undefined) return;
    const number = /** @type {HTMLInputElement} */ (slider.closest(".coordinate")?.querySelector(".num"));
    const parts = number.value.split(",");
    parts[Number(slider.dataset.index)] = String(value(rangeOf(slider), Number(slider.value)));
    number.value = parts.join(",");
    change(false);
  });
  figure.addEventListener("change", () => change(true));
  figure.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());

  if (kind === "surface") turns(mapbox, plot, draw);

  addEventListener("popstate", () => {
    fill(figure, new URLSearchParams(location.search));
    follow();
    ask();
    age(figure);
  });
  document.addEventListener("themechange", () => {
    colours = palette(figure);
    draw();
  });
  new ResizeObserver(() => (answer ? draw() : ask())).observe(mapbox);
  follow();
}
