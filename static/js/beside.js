// @ts-check
// Puts words beside the points of one picture, so that they cover neither each other, nor a mark,
// nor the border, and as little of the paths as they can, as descent.plot.Beside does.

export const RIGHT = 0;
export const ABOVE = 1;

const PLACES = [[15, 4], [-14, -7], [-15, 4], [14, -7], [14, 19], [-14, 19]];
const [LETTER, ASCENT, DESCENT] = [7.5, 11, 4];
const MENU = { width: 90, height: 34 };

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Area */

/** @param {number} x @param {number} y @param {number} half @returns {Area} */
export const around = (x, y, half) => ({ left: x - half, top: y - half, right: x + half, bottom: y + half });

/** @param {Area} a @param {Area} b */
const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The part of a line between two sides. @param {number} from @param {number} to @param {number} low @param {number} high */
function between(from, to, low, high) {
  if (from === to) return from > low && from < high ? [0, 1] : [1, 0];
  const ends = [(low - from) / (to - from), (high - from) / (to - from)];
  return [Math.min(...ends), Math.max(...ends)];
}

/** @param {Area} area @param {ArrayLike<number>} xs @param {ArrayLike<number>} ys @param {number} i */
function isCrossed(area, xs, ys, i) {
  const [a, b] = between(xs[i - 1], xs[i], area.left, area.right);
  const [c, d] = between(ys[i - 1], ys[i], area.top, area.bottom);
  return Math.max(0, a, c) < Math.min(1, b, d);
}

/** @param {number} width @param {number} height */
export function beside(width, height) {
  /** The menu of views stands in the upper right corner. @type {Area[]} */
  const taken = [{ left: width - MENU.width, top: 0, right: width, bottom: MENU.height }];
  /** @type {{ xs: ArrayLike<number>, ys: ArrayLike<number> }[]} */
  const paths = [];
  const isFree = (/** @type {Area} */ area) => !taken.some((other) => meet(area, other));
  const crossings = (/** @type {Area} */ area) => {
    let count = 0;
    for (const { xs, ys } of paths) {
      for (let i = 1; i < xs.length; i++) if (isCrossed(area, xs, ys, i)) count++;
    }
    return count;
  };
  return {
    isFree,
    /** How many pieces of the paths go through. */
    crossings,
    /** Keeps words off a path where there is a choice. @param {{ xs: ArrayLike<number>, ys: ArrayLike<number> }} path */
    path(path) {
      paths.push(path);
    },
    /** Keeps words off a mark. @param {number} x @param {number} y @param {number} half */
    mark(x, y, half) {
      taken.push(around(x, y, half));
    },
    /** Keeps words from under what lies over the picture. @param {HTMLElement} cover */
    take({ offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight }) {
      taken.push({ left, top, right: left + offsetWidth, bottom: top + offsetHeight });
    },
    /** The free place that the paths cross least, tried from the place `first` on. @param {string} words @param {number} x @param {number} y @param {number} first */
    place(words, x, y, first) {
      const length = LETTER * words.length;
      let [best, fewest] = [/** @type {any} */ (undefined), Infinity];
      for (let i = 0; i < PLACES.length; i++) {
        const [dx, dy] = PLACES[(first + i) % PLACES.length];
        const [at, base, right] = [x + dx, y + dy, dx > 0];
        const area = { left: right ? at : at - length, top: base - ASCENT, right: right ? at + length : at, bottom: base + DESCENT };
        if (area.left < 0 || area.top < 0 || area.right > width || area.bottom > height || !isFree(area)) continue;
        const count = crossings(area);
        if (count >= fewest) continue;
        fewest = count;
        best = { words, x: at, y: base, align: right ? "left" : "right", area };
      }
      if (best) taken.push(best.area);
      return best;
    },
  };
}
