// @ts-check
// takes a figure.race / a run whose optimizers show what they carry, and the step that leaves the
// current point taken apart: numbers and small drawings follow the step.
import { addressEntries, field, merged } from "./form.js";
import { indexAt } from "./marks.js";
import { significant } from "./numbers.js";
import { replaceRows } from "./rows.js";
import { runFigure } from "./run.js";

const [HALF, LENGTH, TIP] = [24, 20, 6];

/** As descent.plot.Glyph: an arrow of fixed length, or a box. @param {string} kind @param {number[]} numbers */
function glyph(kind, [a, b]) {
  const most = Math.max(Math.abs(a), Math.abs(b));
  if (!(most > 0) || !Number.isFinite(most) || kind.startsWith("number")) return "";
  if (kind === "size") {
    const [w, h] = [a, b].map((v) => LENGTH * Math.max(0.04, Math.abs(v) / most));
    return `M${HALF - w} ${HALF - h}h${2 * w}v${2 * h}h${-2 * w}Z`;
  }
  const length = Math.hypot(a, b);
  const [x, y] = [a / length, -b / length];
  const [tx, ty] = [HALF + LENGTH * x, HALF + LENGTH * y];
  return `M${HALF - LENGTH * x} ${HALF - LENGTH * y}L${tx} ${ty}` +
    `M${tx - TIP * (x + 0.6 * y)} ${ty - TIP * (y - 0.6 * x)}L${tx} ${ty}` +
    `L${tx - TIP * (x - 0.6 * y)} ${ty - TIP * (y + 0.6 * x)}`;
}

/** @param {HTMLElement} figure */
export function mount(figure) {
  const self = runFigure(figure);
  const cartoon = () => /** @type {HTMLElement} */ (figure.querySelector(".cartoon"));

  function follow() {
    const scene = self.scene();
    const line = scene?.lines.find((/** @type {any} */ l) => l.key === cartoon().dataset.key);
    if (!line?.state) return;
    const i = indexAt(line.frames.step, scene.step);
    const from = cartoon().querySelector(".from");
    if (from) from.textContent = String(line.frames.step[i]);
    for (const stage of /** @type {NodeListOf<HTMLElement>} */ (cartoon().querySelectorAll("[data-stage]"))) {
      const columns = line.state[Number(stage.dataset.stage)]?.columns ?? [];
      const numbers = columns.map((/** @type {any[]} */ column) => column[i]);
      const known = numbers.some((/** @type {any} */ v) => v !== null && v !== undefined);
      const words = /** @type {HTMLElement} */ (stage.querySelector(".numbers"));
      const texts = numbers.map((/** @type {number} */ v) => significant(v));
      words.textContent = !known ? "–" : stage.dataset.kind === "number" ? texts[0] : `(${texts.join(", ")})`;
      stage.querySelector(".glyph path")?.setAttribute("d", known ? glyph(stage.dataset.kind ?? "", numbers) : "");
    }
  }

  /** Stages are those of the optimizer and its settings: the server draws them. */
  async function renew() {
    await replaceRows(figure, location.search, [".cartoon"]);
    follow();
  }

  figure.addEventListener("change", (event) => {
    const input = /** @type {HTMLElement} */ (event.target);
    if (input.matches(".show, .taken")) {
      event.stopPropagation();
      const search = merged(location.search, figure.id, addressEntries(figure));
      history.pushState(null, "", `${location.pathname}${search}${location.hash}`);
      self.draw();
      if (input.matches(".taken")) renew();
    }
  }, true);
  figure.addEventListener("change", (event) => {
    const row = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target).closest(".orow"));
    const isTaken = row?.dataset.key === cartoon().dataset.key;
    const isSwitch = /** @type {HTMLElement} */ (event.target).matches(".chk");
    if (row && (isSwitch || isTaken)) renew();
  });
  figure.addEventListener("drawn", () => {
    const wanted = field(figure, "taken")?.value;
    if (wanted) follow();
  });
}
