// @ts-check
// Scales and ticks: the same rules as descent.plot.Scale. Pure.

/**
 * @typedef {{ low: number, high: number, from: number, to: number, log: boolean,
 *   at: (value: number) => number, value: (pixel: number) => number }} Scale
 */

/** Where doubles cannot tell ticks apart, there are none. */
const MOST_TICKS = 1000;

/** Higher values are beyond a picture. */
export const LARGEST = 1e300;
const LEAST_DECADE = -300;

/**
 * @param {number} low @param {number} high @param {number} from @param {number} to
 * @returns {Scale}
 */
export function scale(low, high, from, to, log = false) {
  const a = log ? Math.log(low) : low;
  const b = log ? Math.log(high) : high;
  return {
    low,
    high,
    from,
    to,
    log,
    at: (value) => from + (((log ? Math.log(value) : value) - a) / (b - a)) * (to - from),
    value: (pixel) => {
      const part = a + ((pixel - from) / (to - from)) * (b - a);
      return log ? Math.exp(part) : part;
    },
  };
}

/**
 * A linear scale around values, from and to a multiple of about a fifth of their range.
 * @param {number} least @param {number} most @param {number} from @param {number} to
 */
export function even(least, most, from, to) {
  const tiny = 1e-12 * Math.max(1, Math.abs(least), Math.abs(most));
  const size = step(Math.max(most - least, tiny), 5);
  const low = Math.floor(least / size) * size;
  return scale(low, Math.max(low + size, Math.ceil(most / size) * size), from, to);
}

/**
 * A logarithmic scale around values: whole decades, and 1, 2, 5 × 10ᵏ where less than two will do.
 * @param {number} least @param {number} most @param {number} decades at most
 * @param {number} from @param {number} to
 */
export function around(least, most, decades, from, to) {
  const low = 1 / step(1 / least, 1);
  const high = Math.max(step(most, 1), step(low * 1.5, 1));
  if (high < 99 * low) return scale(low, high, from, to, true);
  const last = Math.max(Math.ceil(Math.log10(most) + 1e-9), LEAST_DECADE + 1);
  const first = Math.max(Math.floor(Math.log10(least)), last - decades, LEAST_DECADE);
  return scale(10 ** first, 10 ** last, from, to, true);
}

/** The smallest of 1, 2, 5 × 10ᵏ that cuts a length into at most `count` parts. */
export function step(/** @type {number} */ length, /** @type {number} */ count) {
  const rough = length / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((round) => round * power >= rough * (1 - 1e-9)) ?? 10) * power;
}

/** @param {Scale} s @param {number} first @param {number} last decades */
function oneTwoFive(s, first, last) {
  const found = [];
  for (let k = first; k <= last; k++) for (const round of [1, 2, 5]) found.push(round * 10 ** k);
  return found.filter((value) => value >= s.low * (1 - 1e-9) && value <= s.high * (1 + 1e-9));
}

/** @param {Scale} s @param {number} count @returns {number[]} */
export function ticks(s, count) {
  if (s.log) {
    const first = Math.ceil(Math.log10(s.low) - 1e-9);
    const last = Math.floor(Math.log10(s.high) + 1e-9);
    if (s.high < 100 * s.low * (1 - 1e-9)) return oneTwoFive(s, first - 1, last);
    const stride = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, count)));
    const found = [];
    for (let k = Math.ceil(first / stride) * stride; k <= last; k += stride) found.push(10 ** k);
    return found;
  }
  const size = step(s.high - s.low, count);
  const found = [];
  const last = Math.floor(s.high / size + 1e-9);
  if (!(last - s.low / size <= MOST_TICKS)) return found;
  for (let k = Math.ceil(s.low / size - 1e-9); k <= last; k++) found.push(k * size);
  return found;
}
