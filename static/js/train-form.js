// @ts-check
// The form of a training figure as the query of its trainings. Edits name rows; on the wire they
// name entrants, which are numbered anew where a row is off.
import { field, form, isOn, lastGood, rows, wire } from "./form.js";

/** The rows that are on, with how they are drawn. @param {HTMLElement} figure */
export function entrantsOf(figure) {
  return rows(figure).filter(isOn).map((row) => {
    const sample = /** @type {SVGElement} */ (row.querySelector(".sw"));
    const dash = sample.querySelector(".ln")?.getAttribute("stroke-dasharray") ?? "none";
    return {
      row,
      title: row.dataset.title ?? "",
      trace: row.dataset.trace ?? "",
      dash: dash === "none" ? [] : dash.split(" ").map(Number),
      head: new Path2D(sample.querySelector(".hd")?.getAttribute("d") ?? ""),
    };
  });
}

/** The key on the wire of each row that is on. @param {HTMLElement} figure @returns {Map<string, string>} */
export function wireKeys(figure) {
  /** @type {Map<string, number>} */
  const copies = new Map();
  return new Map(rows(figure).filter(isOn).map((row) => {
    const key = row.dataset.key ?? "";
    const name = key.replace(/-\d+$/, "");
    const copy = (copies.get(name) ?? 0) + 1;
    copies.set(name, copy);
    return [key, copy === 1 ? name : `${name}-${copy}`];
  }));
}

/** @param {HTMLElement} figure @returns {HTMLInputElement[]} */
export function editsOf(figure) {
  return [.../** @type {NodeListOf<HTMLInputElement>} */ (form(figure).querySelectorAll("input.edit"))];
}

/** The query of the trainings that the form asks for. @param {HTMLElement} figure */
export function trainQuery(figure) {
  const query = new URLSearchParams(figure.dataset.spec);
  for (const key of ["hidden", "activation", "batch", "steps", "seed", "device"]) {
    const input = field(figure, key);
    if (input) query.set(key, lastGood(input));
  }
  for (const row of rows(figure).filter(isOn)) query.append("optimizer", wire(figure, row));
  const keys = wireKeys(figure);
  for (const { value } of editsOf(figure)) {
    const [, step, key, rest] = /^(\d+):([^.]+)(\..*)$/.exec(value) ?? [];
    const name = keys.get(key);
    if (name && Number(step) < Number(query.get("steps"))) query.append("edit", `${step}:${name}${rest}`);
  }
  return query;
}
