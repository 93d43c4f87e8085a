// @ts-check
// The interface's words: English ones stand in the scripts, others come with the page's import map.
import translations from "./translations.js";

/** What stands between thousands: other languages read the English comma as a point. */
export const THOUSANDS = Object.keys(translations).length === 0 ? "," : "\u202f";

/**
 * The translation, or the English words if there is none; {0} stands for the first value.
 * @param {string} english @param {...(string | number)} values
 */
export function say(english, ...values) {
  const words = /** @type {Record<string, string>} */ (translations)[english] ?? english;
  return words.replace(/\{(\d)\}/g, (place, index) => String(values[index] ?? place));
}

/**
 * The words for one of something, or those for any other number; {0} stands for the number.
 * @param {number} number @param {string} one @param {string} many @param {...(string | number)} more
 */
export function count(number, one, many, ...more) {
  return say(number === 1 ? one : many, number, ...more);
}
