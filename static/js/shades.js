// @ts-check
// The colours of sweeps as pixels, mixed by the browser from the style sheet's: the same as
// descent.plot.Shades.

const STOPS = 7;
const STEPS = 18;
const SHADES = 6;
const [PALEST, DEEPEST] = [18, 72];
const BASINS = ["adam", "momentum", "sgd", "natural", "nesterov", "gd"];

/** @param {string[]} colours @returns {Uint8ClampedArray[]} red, green, blue, alpha of each */
function pixels(colours) {
  const canvas = document.createElement("canvas");
  canvas.width = colours.length;
  canvas.height = 1;
  const c = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
  colours.forEach((colour, i) => {
    c.fillStyle = colour;
    c.fillRect(i, 0, 1, 1);
  });
  const { data } = c.getImageData(0, 0, colours.length, 1);
  return colours.map((_, i) => data.slice(4 * i, 4 * i + 4));
}

/** @param {number} part @param {number} count */
const index = (part, count) => Math.min(count - 1, Math.floor(count * part));

/** @param {import("./canvas.js").Palette} p */
export function shades(p) {
  const tide = pixels(
    Array.from({ length: STEPS }, (_, i) => {
      const at = (i / (STEPS - 1)) * (STOPS - 1);
      const stop = Math.min(STOPS - 2, Math.floor(at));
      return `color-mix(in oklab, ${p.colour(`tide-${stop}`)}, ${p.colour(`tide-${stop + 1}`)} ${100 * (at - stop)}%)`;
    }),
  );
  const basins = BASINS.map((name) =>
    pixels(
      Array.from({ length: SHADES }, (_, i) => {
        const depth = PALEST + ((DEEPEST - PALEST) * i) / (SHADES - 1);
        return `color-mix(in oklab, ${p.colour("paper")}, ${p.colour(`optimizer-${name}`)} ${depth}%)`;
      }),
    ),
  );
  const [none] = pixels([p.colour("sunk")]);
  return {
    steps: STEPS,
    none,
    /** @param {number} part 0 (good) … 1 (bad) */
    tide: (part) => tide[index(part, STEPS)],
    /** @param {number} i @param {number} part */
    basin: (i, part) => basins[i % BASINS.length][index(part, SHADES)],
  };
}
