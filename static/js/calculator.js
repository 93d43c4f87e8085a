// @ts-check
// takes a figure.calculator / its form holds the numbers that are set / asks the server for what
// follows from them.
import { address, age } from "./address.js";
import { field, fill, lastGood } from "./form.js";
import { json, newest, told } from "./newest.js";
import { significant } from "./numbers.js";
import { keys as stepByKeys, paint, position, rangeOf, value } from "./slider.js";
import { say } from "./words.js";

/** @param {HTMLElement} figure */
export function mount(figure) {
  const errorLine = /** @type {HTMLElement} */ (figure.querySelector(".ferr"));
  const fields = /** @type {HTMLInputElement[]} */ ([...figure.querySelectorAll(".variable .num")]);
  const rows = /** @type {HTMLElement[]} */ ([...figure.querySelectorAll(".outputs [data-name]")]);
  const history = address(figure);

  const asked = newest(json, (results) => {
    for (const row of rows) {
      const cell = row.querySelector(".result");
      if (cell) cell.textContent = significant(results[row.dataset.name ?? ""]);
    }
    figure.dataset.drawn = String(performance.now());
  }, (error) => tell(told(error, say("The numbers are those of the last setting."))));

  /** @param {string} words */
  function tell(words) {
    errorLine.textContent = words;
    errorLine.hidden = !words;
  }

  function ask() {
    const query = new URLSearchParams();
    for (const input of fields) query.set(`param.${input.name.slice(figure.id.length + 1)}`, lastGood(input));
    for (const row of rows) query.append("formula", `${row.dataset.name}=${row.dataset.formula}`);
    asked.ask(`/api/calculate?${query}`);
  }

  /** @param {HTMLInputElement} number @returns {HTMLInputElement} */
  const sliderOf = (number) => /** @type {any} */ (number.parentElement?.querySelector(".rng"));

  /** Sliders stand where the fields say. */
  function follow() {
    for (const number of fields) {
      const slider = sliderOf(number);
      if (document.activeElement !== slider) {
        slider.value = String(position(rangeOf(slider), Number(number.value)));
      }
      paint(slider);
    }
  }

  /** @param {HTMLInputElement} number */
  function isRight(number) {
    const { low, high } = rangeOf(sliderOf(number));
    const x = Number(number.value);
    const right = number.value.trim() !== "" && x >= low && x <= high;
    if (right) number.removeAttribute("aria-invalid");
    else number.setAttribute("aria-invalid", "true");
    tell(right ? "" : say("{0} must be from {1} to {2}. Kept {3}.", number.dataset.label ?? "", low, high, lastGood(number)));
    if (right) number.dataset.good = number.value.trim();
    return right;
  }

  /** @param {boolean} isFinal */
  function change(isFinal) {
    follow();
    ask();
    history.write(isFinal);
    age(figure);
  }

  stepByKeys(figure);
  figure.addEventListener("input", (event) => {
    const slider = /** @type {HTMLInputElement} */ (event.target);
    if (!slider.matches(".rng")) return;
    const number = /** @type {HTMLInputElement} */ (slider.parentElement?.querySelector(".num"));
    const set = value(rangeOf(slider), Number(slider.value));
    number.value = String(number.dataset.whole === "true" ? Math.round(set) : set);
    if (isRight(number)) change(false);
  });
  figure.addEventListener("change", (event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input.matches(".rng") || isRight(input)) change(true);
  });
  figure.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", () => {
    fill(figure, new URLSearchParams(location.search));
    for (const input of fields) input.dataset.good = field(figure, input.name.slice(figure.id.length + 1)).value;
    follow();
    ask();
    age(figure);
  });
  for (const input of fields) input.dataset.good = input.value;
  follow();
}
