// @ts-check
// A slider is for feel, the field beside it for truth: positions 0…1000 against values. Pure but
// for `paint` and `keys`.

const STEPS = 1000;
const LEAST = 1e-4;

/** @typedef {{ scale: string, low: number, high: number }} Range */

/** @param {Range} range @param {number} value @returns {number} 0…1000 */
export function position({ scale, low, high }, value) {
  let part = (value - low) / (high - low);
  if (scale === "LOG" || scale === "INTEGER_LOG") part = Math.log(value / low) / Math.log(high / low);
  if (scale === "ONE_MINUS_LOG") {
    const far = 1 - low;
    const near = Math.max(1 - high, LEAST);
    part = Math.log(far / Math.max(1 - value, near)) / Math.log(far / near);
  }
  return Math.round(STEPS * Math.min(1, Math.max(0, Number.isFinite(part) ? part : 0)));
}

/** @param {Range} range @param {number} at 0…1000 @returns {number} with few digits */
export function value({ scale, low, high }, at) {
  const part = at / STEPS;
  if (scale === "LOG") return Number((low * (high / low) ** part).toPrecision(2));
  if (scale === "ONE_MINUS_LOG") {
    const far = 1 - low;
    const near = Math.max(1 - high, LEAST);
    const rest = far * (near / far) ** part;
    return Number((1 - Number(rest.toPrecision(2))).toFixed(6));
  }
  if (scale === "INTEGER_LOG") return Math.round(Number((low * (high / low) ** part).toPrecision(2)));
  if (scale === "INTEGER") return Math.round(low + part * (high - low));
  return Number((low + part * (high - low)).toPrecision(3));
}

/** @param {HTMLInputElement} slider @returns {Range} */
export function rangeOf(slider) {
  const { scale, low, high } = slider.dataset;
  return { scale: scale ?? "LINEAR", low: Number(low), high: Number(high) };
}

/** Fills the track up to the thumb. @param {HTMLInputElement} slider */
export function paint(slider) {
  const low = Number(slider.min);
  const part = (Number(slider.value) - low) / Math.max(1e-12, Number(slider.max) - low);
  slider.style.setProperty("--p", `${100 * part}%`);
}

const DIRECTIONS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/** Each press of an arrow goes to the next value, past positions that round to the same. @param {HTMLElement} figure */
export function keys(figure) {
  figure.addEventListener("keydown", (event) => {
    const slider = /** @type {HTMLInputElement} */ (event.target);
    const direction = DIRECTIONS[/** @type {keyof typeof DIRECTIONS} */ (event.key)];
    if (!slider.matches("[type=range][data-scale]") || !direction) return;
    event.preventDefault();
    const range = rangeOf(slider);
    const before = value(range, Number(slider.value));
    let at = Number(slider.value) + direction;
    while (at > 0 && at < STEPS && value(range, at) === before) at += direction;
    slider.value = String(at);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    slider.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
