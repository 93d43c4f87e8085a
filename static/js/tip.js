// @ts-check
// What stands at the head of a path, on a map or a surface: gradient and next step as arrows, what
// an optimizer remembers as long arrows and boxes, and the head itself.
import { arrow, head, indexAt } from "./marks.js";

const ARROW = 24;
const CARRIED = 40;
const HALF = 8;

/**
 * Where a view puts things: the pixels of a frame's point, a direction from it as pixels of any
 * length, and the corners of a box around it, half `w` × `h` pixels before it is turned.
 * @typedef {{
 *   at: (line: any, i: number) => number[],
 *   toward: (line: any, i: number, da: number, db: number) => number[],
 *   corners: (line: any, i: number, w: number, h: number) => number[][],
 * }} Place
 */

/**
 * Thin the negative gradient, thick the next step.
 * @param {CanvasRenderingContext2D} c @param {any} line @param {any} scene @param {any} p
 * @param {Place} place
 */
export function tip(c, line, scene, p, place) {
  const now = indexAt(line.frames.step, scene.step);
  const [px, py] = place.at(line, now);
  const colour = p.trace(line.trace);
  if (scene.show !== "arrows" && scene.show !== "path") carried(c, line, scene.show, now, p, place);
  const hasArrows = scene.show === "arrows" || scene.show === "all";
  if (hasArrows && line.gradient) {
    const [dx, dy] = place.toward(line, now, -line.gradient[0][now], -line.gradient[1][now]);
    arrow(c, px, py, dx, dy, { colour: p.colour("ink-2"), width: 1.25, least: ARROW, scaled: false });
  }
  if (hasArrows && now + 1 < line.frames.step.length) {
    const [tx, ty] = place.at(line, now + 1);
    arrow(c, px, py, tx - px, ty - py, { colour, width: 2.5, least: ARROW, scaled: true });
  }
  head(c, line.head, px, py, colour, p.colour("halo"));
}

/**
 * Directions as long arrows, sizes as a box around the head.
 * @param {CanvasRenderingContext2D} c @param {any} line @param {string} show @param {number} now
 * @param {any} p @param {Place} place
 */
function carried(c, line, show, now, p, place) {
  const [px, py] = place.at(line, now);
  const colour = p.trace(line.trace);
  for (const { kind, remembered, columns } of line.state ?? []) {
    const [a, b] = columns.map((/** @type {any[]} */ column) => column[now]);
    if (!remembered || a === null || b === null || !Number.isFinite(px + py)) continue;
    if (kind === "vector" && show !== "squares") {
      c.globalAlpha = 0.65;
      const [dx, dy] = place.toward(line, now, -a, -b);
      arrow(c, px, py, dx, dy, { colour, width: 1.75, least: CARRIED, scaled: false });
      c.globalAlpha = 1;
    }
    if (kind === "size" && show !== "momentum") {
      const most = Math.max(...columns.flat().filter((/** @type {any} */ v) => v !== null));
      const [w, h] = [a, b].map((v) => HALF + CARRIED * Math.sqrt(Math.max(0, v) / most || 0));
      c.beginPath();
      for (const [x, y] of place.corners(line, now, w, h)) c.lineTo(x, y);
      c.closePath();
      c.strokeStyle = colour;
      c.lineWidth = 1.25;
      c.stroke();
      c.globalAlpha = 0.12;
      c.fillStyle = colour;
      c.fill();
      c.globalAlpha = 1;
    }
  }
}
