// @ts-check
// From an answer of the server to what the plots draw. Pure but for reading the rows' line samples.
import { isOn, rows } from "./form.js";

/**
 * The lines of a run, one for each row that is on, in order.
 * @param {HTMLElement} figure
 * @param {any} run
 * @param {{ pixelsOf: (frames: any) => { xs: Float64Array, ys: Float64Array } }} view
 */
export function linesOf(figure, run, view) {
  return rows(figure)
    .filter(isOn)
    .slice(0, run.entrants.length)
    .map((row, i) => {
      const { frames, stop = {}, state } = run.entrants[i];
      const sample = /** @type {SVGElement} */ (row.querySelector(".sw"));
      const dash = sample.querySelector(".ln")?.getAttribute("stroke-dasharray") ?? "none";
      return {
        key: row.dataset.key ?? "",
        title: row.dataset.title ?? "",
        trace: row.dataset.trace ?? "",
        dash: dash === "none" ? [] : dash.split(" ").map(Number),
        head: new Path2D(sample.querySelector(".hd")?.getAttribute("d") ?? ""),
        frames,
        gradient: frames.gradient,
        state,
        stop,
        ...view.pixelsOf(frames),
      };
    });
}

/** Distance to the nearest minimum. @param {number[]} x @param {number[][]} minima */
export function distance(x, minima) {
  return minima.length
    ? Math.min(...minima.map((m) => Math.hypot(...m.map((v, i) => v - x[i]))))
    : undefined;
}

/** The point of a line at a frame. @param {any} line @param {number} i */
export function pointAt(line, i) {
  return line.frames.x.map((/** @type {number[]} */ column) => column[i]);
}
