// @ts-check
// takes a mounted figure.train and its training / listens to its sliders, fields, buttons and keys.
import { accept, isRight } from "./fields.js";
import { field, form, rows } from "./form.js";
import { replaceRows, withRow } from "./rows.js";
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
    play: () => training.toggle(),
    cancel: () => training.halt(),
    table() {
      table.open = !table.open;
      self.draw();
    },
    screen: () => (document.fullscreenElement ? document.exitFullscreen() : figure.requestFullscreen()),
    async link() {
      self.history.write(true);
      const url = `${location.origin}${location.pathname}${location.search}#${figure.id}`;
      try {
        await navigator.clipboard.writeText(url);
        news.show("good", say("Copied."), say("The link holds everything that is set here."));
      } catch {
        news.show("stopped", say("Copy this:"), url);
      }
    },
    png: () => self.download("png"),
    svg: () => self.download("svg"),
    csv: () => self.download("csv"),
    async reset() {
      const query = new URLSearchParams(location.search);
      for (const key of [...query.keys()]) if (key.startsWith(`${figure.id}.`)) query.delete(key);
      await go(query.size ? `?${query}` : "");
    },
    async add(/** @type {HTMLElement} */ button) {
      if (rows(figure).length >= 6) {
        news.show("stopped", say("Six optimizers are here already."), say("Remove one first."));
        return;
      }
      await go(withRow(figure, button.dataset.optimizer ?? ""));
    },
    remove(/** @type {HTMLElement} */ button) {
      button.closest(".orow")?.remove();
      const count = figure.querySelector(".count");
      if (count) count.textContent = say("{0} of {1}", rows(figure).length, 6);
      self.change(true);
    },
    unedit(/** @type {HTMLElement} */ button) {
      button.closest("li")?.remove();
      self.change(true);
    },
    seed() {
      const seed = field(figure, "seed");
      seed.value = String(Number(seed.value) + 1);
      self.change(true);
    },
    open(/** @type {HTMLElement} */ button) {
      const row = /** @type {HTMLElement} */ (button.closest(".orow"));
      const isOpen = !row.classList.contains("open");
      for (const other of rows(figure)) {
        other.classList.toggle("open", other === row && isOpen);
        other.querySelector(".disc")?.setAttribute("aria-expanded", String(other === row && isOpen));
      }
    },
  };

  /** @param {string} search */
  async function go(search) {
    history.pushState(null, "", `${location.pathname}${search}${location.hash}`);
    await self.restore();
  }

  figure.addEventListener("click", (/** @type {Event} */ event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-do]"));
    if (!button) return;
    button.closest("details.drop")?.removeAttribute("open");
    actions[/** @type {keyof actions} */ (button.dataset.do)]?.(button);
  });
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
