// @ts-check
// takes a mounted figure.train and its training / listens to its sliders, fields, buttons and keys.
import { press, shared } from "./buttons.js";
import { accept, isRight } from "./fields.js";
import { form, rows } from "./form.js";
import { keys as stepByKeys, paint, rangeOf, value } from "./slider.js";
import { say } from "./words.js";

const WHOLE = {
  steps: { label: say("number of steps"), most: 20000 },
  batch: { label: say("batch"), most: 2000 },
};
const DRAWN = ["axis", "measure", "scale"];

/** @param {any} self @param {ReturnType<typeof import("./train-live.js").live>} training */
export function trainControls(self, training) {
  const { figure, news } = self;
  const table = /** @type {HTMLDetailsElement} */ (figure.querySelector(".state"));

  const actions = {
    ...shared(self),
    play: () => training.toggle(),
    cancel: () => training.halt(),
    table() {
      table.open = !table.open;
      self.draw();
    },
    unedit(/** @type {HTMLElement} */ button) {
      button.closest("li")?.remove();
      self.change(true);
    },
  };

  press(figure, actions);
  form(figure).addEventListener("submit", (event) => event.preventDefault());

  stepByKeys(figure);
  figure.addEventListener("input", (/** @type {Event} */ event) => {
    const slider = /** @type {HTMLInputElement} */ (event.target);
    if (!slider.dataset.scale) return;
    const number = numberOf(slider);
    number.value = String(value(rangeOf(slider), Number(slider.value)));
    accept(number, news);
    paint(slider);
  });

  figure.addEventListener("change", (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const changed = input.dataset.scale ? numberOf(input) : input;
    const key = changed.name.slice(figure.id.length + 1);
    if (DRAWN.includes(key)) {
      self.draw();
      self.remember(true);
    } else if (!changed.classList.contains("num") || isRight(changed, news, WHOLE[/** @type {"steps"} */ (key)])) {
      const isParameter = changed.closest(".orow") && changed.type !== "checkbox";
      if (isParameter && training.takesEdits()) training.edit(changed);
      else self.change(true);
    }
  });

  figure.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const types = target.matches("input:not([type=range]):not([type=checkbox]), select");
    if (types || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " " && target.matches("button, summary, .chk")) return;
    const named = { " ": actions.play, f: actions.screen, t: actions.table, l: actions.link };
    const action = named[/** @type {" "} */ (event.key)];
    if (/^[1-6]$/.test(event.key)) {
      /** @type {HTMLInputElement | null} */ (rows(figure)[Number(event.key) - 1]?.querySelector(".chk"))?.click();
    } else if (action) action();
    else return;
    event.preventDefault();
  });

  self.refresh = () => {
    for (const input of figure.querySelectorAll(".num")) accept(/** @type {HTMLInputElement} */ (input), news);
  };
  self.refresh();
}

/** The field beside a slider. @param {HTMLInputElement} slider @returns {HTMLInputElement} */
function numberOf(slider) {
  return /** @type {HTMLInputElement} */ (slider.parentElement?.querySelector(".num"));
}
