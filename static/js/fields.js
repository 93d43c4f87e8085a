// @ts-check
// takes a number's field / says whether it may stand; its slider and its row follow it.
import { whole as written } from "./numbers.js";
import { summarize } from "./rows.js";
import { paint, position, rangeOf } from "./slider.js";
import { say } from "./words.js";

/** @param {HTMLInputElement} input @param {{ clear: () => void }} news */
export function accept(input, news) {
  input.dataset.good = input.value.trim();
  if (input.getAttribute("aria-invalid")) news.clear();
  input.removeAttribute("aria-invalid");
  const slider = /** @type {HTMLInputElement | null} */ (input.parentElement?.querySelector("[data-scale]"));
  if (slider && document.activeElement !== slider) {
    slider.value = String(position(rangeOf(slider), Number(input.value)));
    paint(slider);
  }
  const row = /** @type {HTMLElement | null} */ (input.closest(".orow"));
  if (row) summarize(row);
}

/**
 * A number that is not allowed says why and changes nothing.
 * @param {HTMLInputElement} input
 * @param {any} news
 * @param {{ label: string, most: number }} [whole] a whole number from 1
 */
export function isRight(input, news, whole) {
  const number = Number(input.value);
  const [low, openLow, high, openHigh] = (input.dataset.range ?? "-Infinity false Infinity false").split(" ");
  const [least, most] = [Number(low), Number(high)];
  const isIn =
    input.value.trim() !== "" && Number.isFinite(number) &&
    (openLow === "true" ? number > least : number >= least) &&
    (openHigh === "true" ? number < most : number <= most);
  const isWhole = !whole || (Number.isInteger(number) && number >= 1 && number <= whole.most);
  if (isIn && isWhole) {
    accept(input, news);
    return true;
  }
  const bounds = [
    Number.isFinite(least) && (openLow === "true" ? say("above {0}", least) : say("at least {0}", least)),
    Number.isFinite(most) && (openHigh === "true" ? say("below {0}", most) : say("at most {0}", most)),
  ].filter(Boolean);
  const rule = whole
    ? say("a whole number from 1 to {0}", written(whole.most))
    : bounds.join(` ${say("and")} `) || say("a number");
  input.setAttribute("aria-invalid", "true");
  news.show("bad", say("The {0} must be {1}.", whole?.label ?? input.dataset.label ?? "", rule), say("Kept {0}.", input.dataset.good ?? input.dataset.default ?? ""));
  return false;
}
