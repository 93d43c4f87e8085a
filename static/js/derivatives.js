// @ts-check
// takes a figure.derivatives / its form says the function and the point / asks the server for the
// formulas, the numbers at the point, the map and the quadric nearby; draws them.
import { address, age } from "./address.js";
import { layer, palette } from "./canvas.js";
import { field, fill } from "./form.js";
import { handle } from "./handle.js";
import { mapView } from "./map.js";
import { arrow, stroke, write } from "./marks.js";
import { render } from "./math.js";
import { Refusal, json, newest, told } from "./newest.js";
import { field as shortest, significant } from "./numbers.js";
import { status } from "./status.js";
import { taylorPlot } from "./taylor-plot.js";
import { turns } from "./turns.js";
import { say } from "./words.js";

const EIGENVECTOR = 56;
const GRADIENT = 44;
const NEAR = 0.2;
const NO_SCENE = { lines: [], start: [NaN, NaN] };

/** @param {HTMLElement} figure */
export function mount(figure) {
  const mapbox = /** @type {HTMLElement} */ (figure.querySelector(".mapbox"));
  const side = /** @type {HTMLElement} */ (figure.querySelector(".quadric"));
  const errorLine = /** @type {HTMLElement} */ (figure.querySelector(".ferr"));
  const input = field(figure, "objective");
  const over = layer(mapbox, "over");
  const view = mapView(mapbox);
  mapbox.append(over.canvas);
  const surface = taylorPlot(side, "quadric");
  const history = address(figure);
  const news = status(figure);
  const box = (figure.dataset.box ?? "").split(",").map(Number);
  let colours = palette(figure);
  let shownFormula = "";
  /** @type {any} */
  let plane;
  /** @type {any} */
  let here;
  /** @type {any} */
  let near;

  const at = () => field(figure, "at").value.split(",").map(Number);

  const dot = handle(/** @type {HTMLElement} */ (mapbox.querySelector(".handle")), mapbox, (px, py, isFinal) => {
    if (!plane) return;
    field(figure, "at").value = view.point(px, py).map((v) => shortest(v, 3)).join(",");
    news.say(say("point {0}", field(figure, "at").value));
    change(isFinal);
  });

  const fail = (/** @type {Error} */ error) => {
    errorLine.textContent = error instanceof Refusal
      ? `${told(error)} ${say("The figure still shows the last formula that worked.")}`
      : told(error, say("The last picture is still here."));
    errorLine.hidden = false;
  };

  const derivatives = newest(json, (answer) => {
    errorLine.hidden = true;
    here = answer;
    figure.classList.add("live");
    formulas();
    readings();
    draw();
  }, fail);
  const taylors = newest(json, (answer) => {
    near = answer;
    drawSurface();
  }, () => {});
  const fields = newest(json, (answer) => {
    plane = answer;
    view.show(plane, colours);
    askPoint();
  }, fail);

  function askPoint() {
    const query = new URLSearchParams({ objective: input.value, at: field(figure, "at").value });
    derivatives.ask(`/api/derivatives?${query}`);
    const [x, y] = at();
    const [w, h] = [NEAR * (box[1] - box[0]), NEAR * (box[3] - box[2])];
    query.set("box", [x - w, x + w, y - h, y + h].join(","));
    taylors.ask(`/api/taylor?${query}`);
  }

  function askField() {
    const { width, height } = view.size();
    const query = new URLSearchParams({ objective: input.value, box: box.join(","), width: String(width), height: String(height) });
    fields.ask(`/api/field?${query}`);
  }

  /** @param {boolean} isFinal */
  function change(isFinal, withField = false) {
    if (withField) askField();
    else askPoint();
    history.write(isFinal);
    age(figure);
  }

  function formulas() {
    if (shownFormula === here.tex.f) return;
    shownFormula = here.tex.f;
    const shown = [here.tex.f, `\\nabla f = ${here.tex.gradient}`, `H = ${here.tex.hessian}`];
    figure.querySelectorAll(".derivatives .math").forEach((element, i) => render(/** @type {HTMLElement} */ (element), shown[i]));
  }

  function readings() {
    const vector = (/** @type {number[]} */ v) => `(${v.map((n) => significant(n, 4)).join(", ")})`;
    const { value, gradient, hessian, eigenvalues, eigenvectors } = here;
    const along = (/** @type {number} */ i) => (eigenvalues ? `${significant(eigenvalues[i], 6)}, ${vector(eigenvectors[i])}` : "–");
    const words = {
      value: significant(value, 6),
      gradient: vector(gradient),
      norm: significant(Math.hypot(...gradient), 6),
      hessian: hessian.map(vector).join("; "),
      lambda1: along(0),
      lambda2: along(1),
      kappa: here.condition_number ? significant(here.condition_number) : "–",
      shape: here.words ?? "undefined",
    };
    for (const row of figure.querySelectorAll("[data-reading]")) {
      const key = /** @type {keyof words} */ (/** @type {HTMLElement} */ (row).dataset.reading);
      /** @type {HTMLElement} */ (row.querySelector("td")).textContent = words[key];
    }
  }

  function draw() {
    if (!plane || !here) return;
    view.draw(NO_SCENE, colours);
    const c = over.context;
    over.fit();
    over.clear();
    c.font = `12px ${colours.sans}`;
    const [px, py] = view.place(at());
    (here.eigenvalues ?? []).forEach((/** @type {number} */ value, /** @type {number} */ i) => {
      const [dx, dy] = [EIGENVECTOR * here.eigenvectors[i][0], -EIGENVECTOR * here.eigenvectors[i][1]];
      const colour = colours.colour(value < 0 ? "optimizer-momentum" : "optimizer-adam");
      stroke(c, [px - dx, px + dx], [py - dy, py + dy], 0, 1, { colour, width: 2.5, dash: value < 0 ? [6, 4] : [] });
      write(c, `λ${"₁₂"[i]}`, px + 1.2 * dx, py + 1.2 * dy + 4, { colour: colours.colour("ink"), halo: colours.colour("halo"), align: "center" });
    });
    const [gx, gy] = here.gradient;
    arrow(c, px, py, gx, -gy, { colour: colours.colour("ink"), width: 2, least: GRADIENT, scaled: false });
    if (!dot.isHeld()) dot.place(px, py);
    figure.dataset.drawn = String(performance.now());
  }

  function drawSurface() {
    if (near) surface.draw(near, { at: at(), probe: at() }, colours);
  }

  turns(side, surface, drawSurface);
  let typing = 0;
  input.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => change(false, true), 250);
  });
  figure.addEventListener("change", (event) => {
    clearTimeout(typing);
    change(true, event.target === input);
  });
  figure.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
  mapbox.addEventListener("click", (event) => {
    if (/** @type {HTMLElement} */ (event.target).closest(".handle") || !plane) return;
    const corner = mapbox.getBoundingClientRect();
    const point = view.point(event.clientX - corner.left, event.clientY - corner.top);
    field(figure, "at").value = point.map((v) => shortest(v, 3)).join(",");
    change(true);
  });
  addEventListener("popstate", () => {
    fill(figure, new URLSearchParams(location.search));
    askField();
    age(figure);
  });
  document.addEventListener("themechange", () => {
    colours = palette(figure);
    if (plane) view.show(plane, colours);
    draw();
    drawSurface();
  });
  new ResizeObserver(askField).observe(mapbox);
}
