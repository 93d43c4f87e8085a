// @ts-check
// What all plots draw alike: paths with casing, dash and head, arrows, cased text.

/**
 * @typedef {{ key: string, title: string, trace: string, dash: number[], head: Path2D,
 *   xs: Float64Array, ys: Float64Array, frames: any, gradients?: number[][] }} Line
 */

/**
 * Adds points a…b of a line to the current path; it pauses where there is none.
 * @param {CanvasRenderingContext2D} c @param {ArrayLike<number>} xs @param {ArrayLike<number>} ys
 * @param {number} a @param {number} b
 */
export function trail(c, xs, ys, a, b) {
  let pen = false;
  for (let i = a; i <= b; i++) {
    const x = Math.max(-1e5, Math.min(1e5, xs[i]));
    const y = Math.max(-1e5, Math.min(1e5, ys[i]));
    if (Number.isNaN(x + y)) pen = false;
    else if (pen) c.lineTo(x, y);
    else {
      c.moveTo(x, y);
      pen = true;
    }
  }
}

/**
 * @param {CanvasRenderingContext2D} c @param {ArrayLike<number>} xs @param {ArrayLike<number>} ys
 * @param {number} a @param {number} b
 * @param {{ colour: string, width: number, alpha?: number, dash?: number[] }} style
 */
export function stroke(c, xs, ys, a, b, { colour, width, alpha = 1, dash = [] }) {
  c.globalAlpha = alpha;
  c.strokeStyle = colour;
  c.lineWidth = width;
  c.lineJoin = "round";
  c.setLineDash(dash);
  c.beginPath();
  trail(c, xs, ys, a, b);
  c.stroke();
  c.setLineDash([]);
  c.globalAlpha = 1;
}

/**
 * The head of a line, cased in the page's colour.
 * @param {CanvasRenderingContext2D} c @param {Path2D} shape @param {number} x @param {number} y
 * @param {string} colour @param {string} halo
 */
export function head(c, shape, x, y, colour, halo) {
  if (!Number.isFinite(x + y)) return;
  c.save();
  c.translate(x, y);
  c.lineJoin = "round";
  c.strokeStyle = halo;
  c.lineWidth = 4;
  c.stroke(shape);
  c.fillStyle = colour;
  c.fill(shape);
  c.restore();
}

/**
 * An arrow from a point along (dx, dy) pixels, at least `least` long.
 * @param {CanvasRenderingContext2D} c @param {number} x @param {number} y @param {number} dx
 * @param {number} dy @param {{ colour: string, width: number, least: number, scaled: boolean }} style
 */
export function arrow(c, x, y, dx, dy, { colour, width, least, scaled }) {
  const length = Math.hypot(dx, dy);
  if (!(length > 0) || !Number.isFinite(length)) return;
  const drawn = scaled ? Math.min(2000, Math.max(least, length)) : least;
  const [ux, uy] = [dx / length, dy / length];
  const [tx, ty] = [x + drawn * ux, y + drawn * uy];
  const tip = 3 + 1.6 * width;
  c.strokeStyle = colour;
  c.fillStyle = colour;
  c.lineWidth = width;
  c.beginPath();
  c.moveTo(x, y);
  c.lineTo(tx - tip * ux, ty - tip * uy);
  c.stroke();
  c.beginPath();
  c.moveTo(tx, ty);
  c.lineTo(tx - tip * ux - (tip / 2) * uy, ty - tip * uy + (tip / 2) * ux);
  c.lineTo(tx - tip * ux + (tip / 2) * uy, ty - tip * uy - (tip / 2) * ux);
  c.fill();
}

/**
 * @param {CanvasRenderingContext2D} c @param {string} text @param {number} x @param {number} y
 * @param {{ colour: string, halo?: string, align?: CanvasTextAlign, casing?: number }} style
 */
export function write(c, text, x, y, { colour, halo, align = "left", casing = 3 }) {
  c.textAlign = align;
  c.textBaseline = "alphabetic";
  if (halo) {
    c.strokeStyle = halo;
    c.lineWidth = casing;
    c.lineJoin = "round";
    c.strokeText(text, x, y);
  }
  c.fillStyle = colour;
  c.fillText(text, x, y);
}

/** Index of the last frame that is not past a step. @param {number[]} steps @param {number} step */
export function indexAt(steps, step) {
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (steps[middle] <= step) low = middle;
    else high = middle - 1;
  }
  return low;
}
