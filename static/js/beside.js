// @ts-check
// Puts words beside the points of one picture, so that they cover neither each other, nor a mark,
// nor the border, as descent.plot.Beside does.

export const RIGHT = 0;
export const ABOVE = 1;

const PLACES = [[15, 4], [-14, -7], [-15, 4], [14, -7], [14, 19], [-14, 19]];
const [LETTER, ASCENT, DESCENT] = [7.5, 11, 4];

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Area */

/** @param {number} x @param {number} y @param {number} half @returns {Area} */
export const around = (x, y, half) => ({ left: x - half, top: y - half, right: x + half, bottom: y + half });

/** @param {Area} a @param {Area} b */
const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** @param {number} width @param {number} height */
export function beside(width, height) {
  /** @type {Area[]} */
  const taken = [];
  const isFree = (/** @type {Area} */ area) => !taken.some((other) => meet(area, other));
  return {
    isFree,
    /** Keeps words off a mark. @param {number} x @param {number} y @param {number} half */
    mark(x, y, half) {
      taken.push(around(x, y, half));
    },
    /** The first free place from the place `first` on. @param {string} words @param {number} x @param {number} y @param {number} first */
    place(words, x, y, first) {
      const length = LETTER * words.length;
      for (let i = 0; i < PLACES.length; i++) {
        const [dx, dy] = PLACES[(first + i) % PLACES.length];
        const [at, base, right] = [x + dx, y + dy, dx > 0];
        const area = { left: right ? at : at - length, top: base - ASCENT, right: right ? at + length : at, bottom: base + DESCENT };
        if (area.left < 0 || area.top < 0 || area.right > width || area.bottom > height || !isFree(area)) continue;
        taken.push(area);
        return { words, x: at, y: base, align: /** @type {CanvasTextAlign} */ (right ? "left" : "right") };
      }
      return undefined;
    },
  };
}
