// @ts-check
// What the server's answers mean for a reader: divergence with a cure, refusals at their fields,
// the formula with its derivatives.
import { field, form, isOn, mentions, objective, rows } from "./form.js";
import { render } from "./math.js";
import { Offline, Refusal, json, told } from "./newest.js";
import { field as shortest, significant, whole } from "./numbers.js";
import { say } from "./words.js";

/** @param {any} self @param {any} run @param {number} ms */
export function outcome(self, run, ms) {
  const { figure, news } = self;
  showError(figure, "");
  self.seconds = ms / 1000;
  const on = rows(figure).filter(isOn);
  const at = run.entrants.findIndex((/** @type {any} */ e) => e.stop.reason === "diverged");
  if (at < 0) {
    if (["diverged", "bad", "offline"].includes(news.kind())) news.clear();
    return;
  }
  const { message, offer } = run.entrants[at].stop;
  const sentence = message.indexOf(". ") + 1 || message.length;
  const rate = /** @type {HTMLInputElement | null} */ (on[at]?.querySelector("[name$='.learning_rate']"));
  const halved = rate && { words: say("Halve it"), act: () => set(rate, Number(rate.value) / 2) };
  const others = run.entrants.length > 1 ? ` ${say("The others went on.")}` : "";
  news.show("diverged", message.slice(0, sentence), message.slice(sentence).trim() + others,
    remedy(on[at], offer) ?? halved ?? undefined);
}

/** A button that sets what the server offers. @param {Element | undefined} row @param {Record<string, number>} [offer] */
export function remedy(row, offer = {}) {
  const [name, better] = Object.entries(offer)[0] ?? ["", 0];
  const input = /** @type {HTMLInputElement | null | undefined} */ (name && row?.querySelector(`[name$='.${name}']`));
  return input ? { words: say("Use {0}", shortest(better)), act: () => set(input, better) } : undefined;
}

/** @param {HTMLInputElement} input @param {number} value */
function set(input, value) {
  input.value = String(Number(value.toPrecision(3)));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

/** After play: "Done. 120 steps in 0.03 s. Momentum is lowest: 5.06 × 10⁻⁴." @param {any} self */
export function done(self) {
  const { lines, steps } = self.scene();
  if (!lines.length || self.news.kind() === "diverged") return;
  const last = (/** @type {any} */ line) => line.frames.value.at(-1) ?? Infinity;
  const best = lines.reduce((/** @type {any} */ a, /** @type {any} */ b) => (last(b) < last(a) ? b : a));
  const time = say("{0} steps in {1} s.", whole(steps), (self.seconds ?? 0).toFixed(2));
  const words = lines.length > 1
    ? say("{0} is lowest: {1}.", best.title, significant(last(best)))
    : say("The loss is {0}.", significant(last(best)));
  self.news.show("good", say("Done."), `${time} ${words}`);
}

/** @param {any} self @param {Error} error */
export function refuse(self, error) {
  const { figure, news } = self;
  if (!(error instanceof Refusal)) {
    const kind = error instanceof Offline ? "offline" : "bad";
    news.show(kind, told(error), say("The last run is still here."), {
      words: say("Try again"),
      act: self.askField,
    });
    return;
  }
  const first = error.errors[0] ?? { key: "", message: error.message };
  if (first.key === "objective" || first.key.startsWith("param.")) {
    showError(figure, first.message, say("The map still shows the last formula that worked."));
  } else {
    news.show("bad", first.message, say("The figure still shows the last run that worked."));
  }
}

/** @param {HTMLElement} figure @param {string} lead */
export function showError(figure, lead, rest = "") {
  const input = field(figure, "objective");
  const line = /** @type {HTMLElement} */ (form(figure).querySelector(".objective .ferr"));
  line.hidden = !lead;
  if (!lead) {
    input.removeAttribute("aria-invalid");
    return;
  }
  input.setAttribute("aria-invalid", "true");
  const bold = document.createElement("b");
  bold.textContent = lead;
  line.replaceChildren(bold, " ", rest);
}

/** The formula works: shows its gradient and Hessian, if they are open. @param {any} self @param {any} plane */
export async function explainObjective(self, plane) {
  const { figure } = self;
  const input = field(figure, "objective");
  showError(figure, "");
  input.dataset.good = input.value;
  for (const parameter of /** @type {NodeListOf<HTMLElement>} */ (figure.querySelectorAll("[data-parameter]"))) {
    parameter.hidden = !mentions(input.value, parameter.dataset.parameter ?? "");
  }
  plane.known = plane.minimum ?? undefined;
  const details = /** @type {HTMLDetailsElement} */ (figure.querySelector(".calculus"));
  if (!details.open) return;
  try {
    const query = objective(figure);
    query.set("at", field(figure, "start").value);
    const { tex } = await json(`/api/derivatives?${query}`);
    const shown = /** @type {HTMLElement} */ (details.querySelector(".derivatives"));
    shown.replaceChildren(
      ...[tex.f, `\\nabla f = ${tex.gradient}`, `H = ${tex.hessian}`].map((text) => {
        const span = document.createElement("span");
        render(span, text);
        return span;
      }),
    );
  } catch (error) {
    refuse(self, /** @type {Error} */ (error));
  }
}
