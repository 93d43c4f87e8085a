// @ts-check
// takes curves / fills the figure's table with the last numbers of each.
import { significant, whole } from "./numbers.js";

/** The last value that is there. @param {any[]} column */
export function lastOf(column) {
  return column.findLast((value) => value !== null);
}

/** @type {[string, string, (value: any) => string][]} */
const COLUMNS = [
  ["Step", "step", whole],
  ["Seconds", "seconds", (v) => significant(v)],
  ["Loss", "loss", (v) => significant(v, 6)],
  ["Accuracy", "accuracy", (v) => significant(v, 4)],
  ["Held-out loss", "held_loss", (v) => significant(v, 6)],
  ["Held-out accuracy", "held_accuracy", (v) => significant(v, 4)],
  ["‖∇f‖ of a batch", "gradient_norm", (v) => significant(v)],
];

/** @param {HTMLElement} figure @param {any} run */
export function fillNumbers(figure, run) {
  const details = /** @type {HTMLDetailsElement} */ (figure.querySelector(".state"));
  if (!details.open || !run) return;
  const table = document.createElement("table");
  const heads = table.createTHead().insertRow();
  heads.append(...["Optimizer", ...COLUMNS.map(([name]) => name)].map((text) => cell("th", text)));
  const body = table.createTBody();
  run.traces.forEach((/** @type {any} */ trace, /** @type {number} */ k) => {
    const name = cell("th", trace.title, trace.trace);
    name.setAttribute("scope", "row");
    const { frames } = run.entrants[k];
    const numbers = COLUMNS.map(([, key, words]) => {
      const value = lastOf(frames[key]);
      return cell("td", value === undefined ? "–" : words(value));
    });
    body.insertRow().append(name, ...numbers);
  });
  details.querySelector("table")?.replaceWith(table);
}

/** @param {string} kind @param {string} text */
function cell(kind, text, style = "") {
  const element = document.createElement(kind);
  element.textContent = text;
  if (style) element.className = style;
  return element;
}
