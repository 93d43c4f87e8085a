// @ts-check
// takes a form.quiz / sends its answer to the server, shows the mark, hints and solution in the card
// fires "answered" with {question, right} when the answer is kept, "renewed" on another variant.
import { post as send } from "./learner.js";
import { typeset } from "./math.js";
import { goal } from "./quiz-goal.js";
import { order } from "./quiz-order.js";
import { plot } from "./quiz-plot.js";
import { sketch } from "./quiz-sketch.js";
import { typed } from "./quiz-typed.js";
import { say } from "./words.js";

/**
 * @typedef {{answer: string, right: boolean, html: string}} Note
 * @typedef {"right" | "partly" | "wrong" | "noted" | "invalid"} Verdict
 * @typedef {{verdict: Verdict, points: number, measure?: number, html: string, notes: Note[],
 *   next: number, left: number, solution?: string}} Mark
 */

const WORDS = { right: say("✓ Right"), partly: say("Partly right"), wrong: say("✕ Not this") };

/** What else a kind of question does in the page. */
const KINDS = { formula: typed, matrix: typed, order, point: plot, prediction: plot, sketch, goal, contest: goal };

/** What the button says after a mark, where one may go on for ever. */
const AGAIN = { prediction: say("Predict again"), goal: say("Try again"), contest: say("Try again"), reflection: say("Write again") };

/** @param {HTMLElement} card a form, or what holds it */
export function mount(card) {
  const form = /** @type {HTMLFormElement} */ (card.matches("form") ? card : card.querySelector("form"));
  const button = /** @type {HTMLButtonElement} */ (form.querySelector("button[type=submit], button"));
  const row = button.parentElement ?? form;
  const hints = row.insertAdjacentElement("beforebegin", document.createElement("div"));
  const feedback = row.insertAdjacentElement("beforebegin", document.createElement("div"));
  if (!feedback || !hints) return;
  hints.setAttribute("role", "status");
  feedback.setAttribute("role", "status");
  const kind = KINDS[/** @type {keyof KINDS} */ (form.dataset.kind)]?.(form);
  const action = button.textContent;
  let marked = false;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const pressed = /** @type {HTMLButtonElement | null} */ (event.submitter);
    if (pressed?.name === "hint") {
      hint(pressed);
    } else if (marked) {
      reset();
      /** @type {HTMLElement | null} */ (form.querySelector("input:checked, fieldset :is(input, select, textarea)"))?.focus();
    } else {
      check();
    }
  });
  form.addEventListener("input", () => marked && reset());

  async function check() {
    button.disabled = true;
    const mark = await post(form.action, new FormData(form));
    button.disabled = false;
    if (mark) show(mark);
  }

  /** @param {HTMLButtonElement} asked */
  async function hint(asked) {
    const body = new FormData(form);
    body.append("hint", asked.value);
    const reply = await post(asked.formAction, body);
    if (!reply) return;
    hints.className = "hints";
    const line = hints.appendChild(document.createElement("p"));
    line.innerHTML = reply.html;
    typeset(line);
    asked.value = String(Number(asked.value) + 1);
    if (reply.left === 0 && document.activeElement === asked) button.focus();
    asked.hidden = reply.left === 0;
  }

  /**
   * The server's answer; after a refusal nothing, and its words stand in the card.
   * @param {string} url @param {FormData} fields
   */
  async function post(url, fields) {
    const body = new URLSearchParams();
    for (const [name, value] of fields) body.append(name, String(value));
    try {
      const reply = await send(url, body, { Accept: "application/json" });
      const answer = await reply.json();
      if (reply.ok) return answer;
      complain(answer.detail);
    } catch {
      complain(say("The server cannot be reached. Your answer is still here; check it again later."));
    }
    return undefined;
  }

  /** @param {Mark} mark */
  function show(mark) {
    if (mark.verdict === "invalid") {
      complain("");
      feedback.innerHTML = mark.html;
      return;
    }
    reset();
    marked = true;
    const placed = mark.notes.filter(place);
    const words = placed.length > 0 ? undefined : WORDS[/** @type {keyof WORDS} */ (mark.verdict)];
    feedback.className = `fb ${mark.verdict}`;
    feedback.innerHTML = [
      words && `<b class="verdict">${words}</b>`,
      mark.html,
      ...mark.notes.map((note) => note.html),
      mark.solution,
    ]
      .filter((html) => html)
      .map((html) => `<div>${html}</div>`)
      .join("");
    typeset(feedback);
    form.classList.toggle("shown", Boolean(feedback.querySelector(".panel")));
    count(mark);
    kind?.marked?.(mark);
    const right = mark.verdict === "right" || mark.verdict === "noted";
    form.dispatchEvent(
      new CustomEvent("answered", { bubbles: true, detail: { question: form.id, right } }),
    );
    offer(right, mark);
  }

  /** @param {Note} note */
  function place(note) {
    const input = form.querySelector(`input[value="${CSS.escape(note.answer)}"]`);
    const label = input?.closest("label.ans");
    if (!label) return false;
    label.classList.add(note.right ? "good" : "bad");
    const words = document.createElement("span");
    words.className = "m";
    words.textContent = note.right ? say("✓ Right") : say("✕ Not this");
    label.append(words);
    return true;
  }

  /** The number of the next attempt goes with the next answer. @param {Mark} mark */
  function count(mark) {
    const field = form.querySelector("input[name=attempt]") ?? form.appendChild(document.createElement("input"));
    Object.assign(field, { type: "hidden", name: "attempt", value: String(mark.next) });
  }

  /**
   * What can be done after a mark: go on, take another variant, or try again with the answer kept.
   * @param {boolean} right @param {Mark} mark
   */
  function offer(right, mark) {
    const again = AGAIN[/** @type {keyof AGAIN} */ (form.dataset.kind)];
    button.textContent = again ?? say("Try again");
    button.hidden = !again && (right || mark.left === 0);
    if (right) form.querySelector("button[name=hint]")?.setAttribute("hidden", "");
    const variant = /** @type {HTMLInputElement | null} */ (form.querySelector("input[name=variant]"));
    if (variant && (right || button.hidden)) {
      const another = link(say("Another variant"), `?${form.id}.variant=${Number(variant.value) + 1}#${form.id}`);
      another.addEventListener("click", (event) => {
        event.preventDefault();
        renew(another.href);
      });
    }
    const cards = [...document.querySelectorAll("form.quiz, .quiz form")];
    const next = cards[cards.indexOf(form) + 1];
    if (right && next?.id) link(say("Next question"), `#${next.id}`);
  }

  /** @param {string} words @param {string} href */
  function link(words, href) {
    const made = document.createElement("a");
    made.className = "btn next";
    made.href = href;
    made.textContent = words;
    row.append(made);
    return made;
  }

  /** Puts the card of another variant in place of this one. @param {string} url */
  async function renew(url) {
    const text = await fetch(url).then((reply) => reply.text()).catch(() => "");
    const fresh = new DOMParser().parseFromString(text, "text/html").getElementById(form.id);
    if (!fresh) {
      complain(say("The server cannot be reached. Ask for another variant later."));
      return;
    }
    const made = document.importNode(fresh, true);
    form.replaceWith(made);
    typeset(made);
    mount(made);
    made.dispatchEvent(new CustomEvent("renewed", { bubbles: true }));
    /** @type {HTMLElement | null} */ (made.querySelector("fieldset :is(input, select, textarea)"))?.focus();
  }

  /** @param {string} words */
  function complain(words) {
    feedback.className = "ferr";
    feedback.textContent = words;
  }

  function reset() {
    marked = false;
    button.textContent = action;
    form.classList.remove("shown");
    button.hidden = false;
    feedback.className = "";
    feedback.textContent = "";
    form.querySelectorAll(".m, .next").forEach((mark) => mark.remove());
    form.querySelectorAll(".ans").forEach((label) => label.classList.remove("good", "bad"));
  }
}
