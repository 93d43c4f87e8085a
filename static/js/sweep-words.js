// @ts-check
// What a cell of a sweep says in words, and a few cells as a table.
import { significant, whole } from "./numbers.js";
import { say } from "./words.js";

export const DIVERGED = 255;
export const UNSETTLED = 254;
const FEW = 9;

/** The name of a basin: A, B, …, Z, A2, … @param {number} index */
export function letter(index) {
  const name = String.fromCharCode(65 + (index % 26));
  return index < 26 ? name : `${name}${Math.floor(index / 26) + 1}`;
}

/** @param {any} cells @param {number} cell */
function outcome(cells, cell) {
  const kind = cells.kinds[cell];
  if (kind === DIVERGED) return say("diverged");
  const value = cells.values[cell];
  if (cells.measure === "steps" || cells.measure === "basin") {
    const steps = whole(Math.round(value));
    return kind === UNSETTLED ? say("not settled after {0} steps", steps) : say("ends in {0}, settled after {1} steps", letter(kind), steps);
  }
  return `${cells.measure === "loss" ? say("loss") : say("factor")} ${significant(value)}${band(cells, cell)}`;
}

/** The values between which a loss lies. @param {any} cells @param {number} cell */
function band(cells, cell) {
  if (!cells.band) return "";
  return ` (${say("{0} to {1}", significant(cells.band.low[cell]), significant(cells.band.high[cell] ?? Infinity))})`;
}

/** The same in a table, whose title says what is counted. @param {any} cells @param {number} cell */
function short(cells, cell) {
  const kind = cells.kinds[cell];
  if (kind === DIVERGED) return say("diverged");
  const value = cells.values[cell];
  if (cells.measure === "steps") return whole(Math.round(value));
  if (cells.measure !== "basin") return significant(value) + band(cells, cell);
  return kind === UNSETTLED ? say("none") : `${letter(kind)} ${whole(Math.round(value))}`;
}

/** "learning rate η 0.0350, momentum β 0.800: loss 0.00123" @param {any} cells @param {number} cell */
export function words(cells, cell) {
  if (cell < 0) return "";
  const at = [cell % cells.columns, Math.floor(cell / cells.columns)];
  const place = cells.axes.map((/** @type {any} */ axis, /** @type {number} */ i) =>
    `${axis.symbol} ${significant(axis.centres[at[i]])}`);
  return `${place.join(", ")}: ${outcome(cells, cell)}`;
}

/** @param {number} count */
function few(count) {
  const n = Math.min(FEW, count);
  return Array.from({ length: n }, (_, i) => (n === 1 ? 0 : Math.floor((i * (count - 1)) / (n - 1))));
}

/** @param {string} tag @param {string} text */
function cellOf(tag, text) {
  const cell = document.createElement(tag);
  cell.textContent = text;
  return cell;
}

/** @param {HTMLDetailsElement} details @param {any} cells */
export function fillCells(details, cells) {
  const table = details.querySelector("table");
  if (!table) return;
  const columns = few(cells.columns);
  const [across, up] = cells.axes;
  const head = document.createElement("tr");
  const title = cells.band ? `${cells.title}: ${cells.band.words}` : cells.title;
  head.append(cellOf("th", title), ...columns.map((c) => cellOf("th", significant(across.centres[c]))));
  const body = few(cells.rows).reverse().map((row) => {
    const line = document.createElement("tr");
    const name = cellOf("th", up ? significant(up.centres[row]) : across.symbol);
    name.setAttribute("scope", "row");
    line.append(name, ...columns.map((c) => cellOf("td", short(cells, row * cells.columns + c))));
    return line;
  });
  table.tHead?.replaceChildren(head);
  table.tBodies[0].replaceChildren(...body);
}
