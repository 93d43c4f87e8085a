// @ts-check
// takes a figure / keeps the rows of its optimizers: read-outs, adding, removing, opening.
import { addressEntries, isOn, merged, rows } from "./form.js";
import { indexAt } from "./marks.js";
import { significant } from "./numbers.js";
import { distance, pointAt } from "./scene.js";
import { typeset } from "./math.js";
import { say } from "./words.js";

const PARTS = [".opts", ".count", ".sweepbar", ".edits", ".cartoon"];

/** Loss and distance of each row at the step. @param {HTMLElement} figure @param {any} scene */
export function readings(figure, scene) {
  for (const row of rows(figure)) {
    const line = scene.lines.find((/** @type {any} */ other) => other.key === row.dataset.key);
    const [loss, away] = row.querySelectorAll("output");
    row.classList.toggle("off", !isOn(row));
    if (!line) {
      loss.textContent = isOn(row) ? loss.textContent : "";
      away.textContent = isOn(row) ? away.textContent : "";
      continue;
    }
    const i = indexAt(line.frames.step, scene.step);
    const hasDiverged = line.stop.reason === "diverged" && scene.step >= line.stop.step;
    loss.textContent = hasDiverged ? say("diverged") : significant(line.frames.value[i]);
    const d = distance(pointAt(line, i), scene.minima);
    away.textContent = d === undefined ? "–" : significant(d);
  }
  for (const now of figure.querySelectorAll(".now")) now.textContent = String(scene.step);
}

/** What a closed row says of its settings. @param {HTMLElement} row */
export function summarize(row) {
  const words = [...row.querySelectorAll(".param:not(.more)")].map((param) => {
    const input = /** @type {any} */ (param.querySelector(".num, .pick"));
    const value = input?.selectedOptions?.[0].textContent ?? input?.value;
    return input ? `${param.querySelector("label")?.textContent}\u00a0${value}` : "";
  });
  const sum = row.querySelector(".sum");
  if (sum) sum.textContent = words.filter(Boolean).join(", ");
}

/**
 * Takes the rows from the page at an address: the server draws every state.
 * @param {HTMLElement} figure @param {string} search
 */
export async function replaceRows(figure, search, parts = PARTS) {
  const response = await fetch(`${location.pathname}${search}`, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const part of parts) {
    const fresh = page.getElementById(figure.id)?.querySelector(part);
    if (!fresh) continue;
    figure.querySelector(part)?.replaceWith(document.adoptNode(fresh));
    typeset(fresh);
  }
}

/** The address of the figure with one more optimizer. @param {HTMLElement} figure @param {string} name */
export function withRow(figure, name) {
  const taken = new Set(rows(figure).map((row) => row.dataset.key));
  let key = name;
  for (let copy = 2; taken.has(key); copy++) key = `${name}-${copy}`;
  const others = rows(figure)
    .filter(isOn)
    .map((row) => /** @type {[string, string]} */ ([`${figure.id}.optimizer`, row.dataset.key]));
  const rest = addressEntries(figure).filter(([k]) => k !== `${figure.id}.optimizer`);
  return merged(location.search, figure.id, [...rest, ...others, [`${figure.id}.optimizer`, key]]);
}
