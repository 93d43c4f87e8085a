// @ts-check
// Numbers as plots and tables write them: the same words as descent.plot.Numbers.
import { THOUSANDS } from "./words.js";

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** @param {number} exponent */
export function raised(exponent) {
  const digits = [...String(Math.abs(exponent))].map((digit) => RAISED[Number(digit)]);
  return (exponent < 0 ? "⁻" : "") + digits.join("");
}

/**
 * Significant digits, trailing zeros kept; below 0.001 and from 10,000 with a power of ten.
 * @param {number | null | undefined} value
 */
export function significant(value, digits = 3) {
  if (value === null || value === undefined || Number.isNaN(value)) return "undefined";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  const [mantissa, power] = Math.abs(value).toExponential(digits - 1).split("e");
  const exponent = Number(power);
  const sign = value < 0 ? "−" : "";
  if (exponent < -3 || exponent >= 4) return `${sign}${mantissa} × 10${raised(exponent)}`;
  const plain = Number(`${mantissa}e${exponent}`).toFixed(Math.max(0, digits - 1 - exponent));
  return sign + (exponent === 3 ? plain[0] + THOUSANDS + plain.slice(1) : plain);
}

/**
 * The shortest form of a number that a slider or a drag sets.
 * @param {number} value
 * @param {number} digits significant digits kept
 */
export function field(value, digits = 4) {
  const rounded = Number(value.toPrecision(digits));
  const size = Math.abs(rounded);
  if (size !== 0 && (size < 1e-5 || size >= 1e9)) return rounded.toExponential().replace("+", "");
  return String(rounded);
}

/** @param {number} value @param {number} step distance of neighbouring ticks */
export function tick(value, step) {
  if (Math.abs(value) < step * 1e-6) return "0";
  const decimals = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  const size = Math.abs(value);
  if (size >= 1e5 || decimals > 4) return significant(value, 2).replace(".0 ×", " ×");
  const plain = size.toFixed(decimals);
  return (value < 0 ? "−" : "") + (decimals === 0 ? grouped(plain) : plain);
}

/** @param {number} value a power of ten */
function decade(value) {
  const exponent = Math.round(Math.log10(value));
  return exponent === 0 ? "1" : exponent === 1 ? "10" : `10${raised(exponent)}`;
}

/** A tick of a logarithmic axis: a decade, or 2 or 5 between two. @param {number} value */
export function logarithmicTick(value) {
  const power = 10 ** Math.round(Math.log10(value));
  return Math.abs(value / power - 1) < 1e-6 ? decade(value) : significant(value, 1);
}

/** The same in a margin, which has no room for 2 × 10⁻⁴: there only the decades are named. @param {number} value */
export function marginTick(value) {
  const text = logarithmicTick(value);
  return text.includes("×") ? "" : text;
}

/** Whole numbers with grouped thousands. @param {number} value */
export function whole(value) {
  return grouped(String(value));
}

/** @param {string} digits */
function grouped(digits) {
  return digits.replace(/(?<=\d)(?=(\d{3})+$)/g, THOUSANDS);
}
