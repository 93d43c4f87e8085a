// @ts-check
// takes a mounted figure / listens to its sliders, fields, buttons, plots and keys.
import { press, shared } from "./buttons.js";
import { accept, isRight } from "./fields.js";
import { every, field, form, isOn, rows, wire } from "./form.js";
import { json } from "./newest.js";
import { field as shortest } from "./numbers.js";
import { done } from "./outcome.js";
import { player } from "./player.js";
import { keys as stepByKeys, paint, rangeOf, value } from "./slider.js";
import { keys } from "./keys.js";
import { say } from "./words.js";

const TYPING = 250;
const STEPS = { label: say("number of steps"), most: 100000 };

/** @param {any} self */
export function controls(self) {
  const { figure } = self;
  const scrub = field(figure, "step");
  const steps = field(figure, "steps");
  const play = /** @type {HTMLElement} */ (figure.querySelector(".play"));
  let typing = 0;

  function go(/** @type {number} */ step) {
    scrub.value = String(Math.max(0, Math.min(Number(scrub.max), step)));
    paint(scrub);
    self.draw();
    self.history.renew(false);
    if (!time.isPlaying()) self.news.say(spoken());
  }

  /** Step and losses, for a listener. */
  function spoken() {
    const outputs = rows(figure).filter(isOn).map((row) => `${row.dataset.title} ${row.querySelector("output")?.textContent}`);
    return say("step {0}, loss {1}", scrub.value, outputs.join(", "));
  }

  const time = player({
    step: self.step,
    last: () => Number(scrub.max),
    every: () => every(figure),
    go,
    ended: () => { done(self); self.news.say(spoken()); },
    changed(isPlaying) {
      play.classList.toggle("playing", isPlaying);
      play.title = isPlaying ? say("Pause") : say("Play the run");
      play.setAttribute("aria-label", play.title);
    },
    pace: () => Number(/** @type {HTMLSelectElement} */ (figure.querySelector(".speed")).value),
  });

  const actions = {
    ...shared(self),
    play: () => time.toggle(),
    back: () => { time.pause(); go(self.step() - every(figure)); },
    on: () => { time.pause(); go(self.step() + every(figure)); },
    rewind: () => { time.pause(); go(0); },
    last: () => go(Number(scrub.max)),
    table() {
      self.table.open = !self.table.open;
      self.ask();
    },
  };

  press(figure, actions);
  form(figure).addEventListener("submit", (event) => event.preventDefault());

  stepByKeys(figure);
  figure.addEventListener("input", (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input === scrub) {
      time.pause();
      go(Number(scrub.value));
    } else if (input.dataset.scale) {
      const number = /** @type {HTMLInputElement} */ (input.parentElement?.querySelector(".num"));
      number.value = String(value(rangeOf(input), Number(input.value)));
      accept(number, self.news);
      paint(input);
      self.change(false, isParameter(number));
    } else if (input === field(figure, "objective")) {
      clearTimeout(typing);
      typing = setTimeout(() => self.change(false, true), TYPING);
      delete input.dataset.good;
    }
  });

  figure.addEventListener("change", (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input === scrub) self.history.renew(true);
    else if (input.dataset.scale) self.change(true, input.closest("[data-parameter]") !== null);
    else if (input.classList.contains("examples")) example(/** @type {any} */ (input));
    else if (input.classList.contains("view")) self.change(true, true);
    else if (input.classList.contains("scale")) { self.draw(); self.history.write(true); }
    else if (input === field(figure, "objective")) {
      clearTimeout(typing);
      delete input.dataset.good;
      self.change(true, true);
    } else if (input.name && (!input.classList.contains("num") || isRight(input, self.news, input === steps ? STEPS : undefined))) {
      if (input === steps) limit();
      self.change(true, isParameter(input));
    }
  });

  /** A parameter of the formula changes the field too. @param {HTMLInputElement} input */
  function isParameter(input) {
    return input.name.includes(".param.");
  }

  /** @param {HTMLSelectElement} select */
  async function example(select) {
    const { value } = select;
    const { formula, start, box } = select.selectedOptions[0].dataset;
    if (!formula) return;
    select.value = "";
    await suit(value);
    const input = field(figure, "objective");
    input.value = formula;
    delete input.dataset.good;
    field(figure, "start").value = start ?? "";
    self.setBox(box);
    self.change(true, true);
    self.exampled();
  }

  /** A learning rate for one problem is none for another. @param {string} problem */
  async function suit(problem) {
    const query = new URLSearchParams({ objective: problem });
    for (const row of rows(figure)) query.append("optimizer", wire(figure, row));
    const rates = (await json(`/api/rates?${query}`).catch(() => ({ learning_rates: [] }))).learning_rates;
    rows(figure).forEach((row, i) => {
      const number = field(figure, `${row.dataset.key}.learning_rate`);
      if (!number || rates[i] == null) return;
      number.value = shortest(rates[i]);
      accept(number, self.news);
    });
  }

  /** The scrubber reaches as far as the run. */
  function limit() {
    const wasAtEnd = scrub.value === scrub.max;
    scrub.max = steps.value;
    if (wasAtEnd) scrub.value = scrub.max;
    paint(scrub);
  }

  self.accept = (/** @type {HTMLInputElement} */ input) => accept(input, self.news);
  self.refresh = () => {
    const step = scrub.value;
    scrub.max = steps.value;
    scrub.value = new URLSearchParams(location.search).get(scrub.name) ?? scrub.dataset.default ?? step;
    for (const input of figure.querySelectorAll(".num")) accept(/** @type {HTMLInputElement} */ (input), self.news);
    paint(scrub);
  };
  self.refresh();
  figure.querySelector(".calculus")?.addEventListener("toggle", () => self.askField());
  keys(self, actions);
}
