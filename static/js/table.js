// @ts-check
// takes a figure / fills its table of the state at one step: point, loss, gradient, step, and what
// each optimizer computes inside, coordinate by coordinate.
import { indexAt } from "./marks.js";
import { render } from "./math.js";
import { significant } from "./numbers.js";
import { distance, pointAt } from "./scene.js";
import { say } from "./words.js";

/** @param {string} kind @param {string} text */
function cell(kind, text, style = "") {
  const element = document.createElement(kind);
  element.textContent = text;
  if (style) element.className = style;
  return element;
}

/** @param {(Node | string)[]} cells */
function line(cells, style = "") {
  const row = document.createElement("tr");
  row.className = style;
  row.append(...cells);
  return row;
}

/** @param {any} quantity @param {number} i @param {number} width columns of the table */
function innerRow(quantity, i, width) {
  const name = cell("th", "");
  name.setAttribute("scope", "row");
  const symbol = document.createElement("span");
  render(symbol, quantity.tex);
  name.append(symbol, ` ${quantity.meaning}`);
  const values = quantity.columns.map((/** @type {any[]} */ column) => cell("td", significant(column[i], 6)));
  const rest = Array.from({ length: width - values.length }, () => cell("td", ""));
  return line([name, ...values, ...rest], "inner");
}

/** What is computed inside, without what repeats the gradient. @param {any} entrant @param {number} i */
function innerOf(entrant, i) {
  const at = (/** @type {any} */ q) => q.columns.map((/** @type {any[]} */ column) => column[i]).join();
  return (entrant.state ?? []).filter(
    (/** @type {any} */ q, /** @type {number} */ k, /** @type {any[]} */ all) =>
      k === 0 || q.tex !== all[0].tex || at(q) !== at(all[0]),
  );
}

/**
 * @param {HTMLElement} figure
 * @param {{ lines: any[], step: number, minima: number[][], variables: string[] }} scene
 */
export function fillTable(figure, { lines, step, minima, variables }) {
  const details = /** @type {HTMLDetailsElement} */ (figure.querySelector(".state"));
  const heads = [...variables, `${say("loss")} f`, "‖∇f‖", `‖${say("step")}‖`, say("distance")];
  const body = lines.flatMap((entrant) => {
    const i = indexAt(entrant.frames.step, step);
    const x = pointAt(entrant, i);
    const next = i + 1 < entrant.xs.length ? pointAt(entrant, i + 1) : undefined;
    const moved = next && Math.hypot(...next.map((/** @type {number} */ v, /** @type {number} */ k) => v - x[k]));
    const away = distance(x, minima);
    const name = cell("th", entrant.title, entrant.trace);
    name.setAttribute("scope", "row");
    const numbers = [...x, entrant.frames.value[i], entrant.frames.gradient_norm[i], moved, away];
    const cells = numbers.map((v) => cell("td", v === undefined ? "–" : significant(v, 6)));
    const inner = innerOf(entrant, i).map((/** @type {any} */ q) => innerRow(q, i, heads.length));
    return [line([name, ...cells]), ...inner];
  });
  const table = document.createElement("table");
  table.createTHead().append(line([say("Optimizer"), ...heads].map((text) => cell("th", text))));
  table.createTBody().append(...body);
  /** @type {HTMLElement} */ (details.querySelector("summary")).textContent = say("State at step {0}", step);
  details.querySelector("table")?.replaceWith(table);
}
