// @ts-check
// takes a form.quiz / sends its answer to the server, shows the mark in the card
// fires "answered" with {question, right} when the answer is kept.
import { post } from "./learner.js";
import { typeset } from "./math.js";

/**
 * @typedef {{answer: string, right: boolean, html: string}} Note
 * @typedef {{verdict: "right" | "partly" | "wrong" | "invalid", html: string, notes: Note[]}} Mark
 */

/** @param {HTMLElement} card a form, or what holds it */
export function mount(card) {
  const form = /** @type {HTMLFormElement} */ (card.matches("form") ? card : card.querySelector("form"));
  const button = /** @type {HTMLButtonElement} */ (form.querySelector("button[type=submit], button"));
  const row = button.parentElement ?? form;
  const feedback = row.insertAdjacentElement("beforebegin", document.createElement("div"));
  if (!feedback) return;
  feedback.setAttribute("role", "status");
  let marked = false;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (marked) {
      reset();
      /** @type {HTMLElement | null} */ (form.querySelector("input:checked, input"))?.focus();
    } else {
      check();
    }
  });
  form.addEventListener("input", () => marked && reset());

  async function check() {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) body.append(name, String(value));
    button.disabled = true;
    try {
      const reply = await post(form.action, body, { Accept: "application/json" });
      const answer = await reply.json();
      if (reply.ok) show(answer);
      else complain(answer.detail);
    } catch {
      complain("The server cannot be reached. Your answer is still here; check it again later.");
    } finally {
      button.disabled = false;
    }
  }

  /** @param {Mark} mark */
  function show(mark) {
    if (mark.verdict === "invalid") {
      complain(mark.html);
      return;
    }
    reset();
    marked = true;
    mark.notes.forEach(place);
    feedback.className = "fb";
    feedback.innerHTML = [mark.html, ...mark.notes.map((note) => note.html)]
      .filter((html) => html)
      .map((html) => `<div>${html}</div>`)
      .join("");
    typeset(feedback);
    const right = mark.verdict === "right";
    offer(right);
    form.dispatchEvent(
      new CustomEvent("answered", { bubbles: true, detail: { question: form.id, right } }),
    );
  }

  /** @param {Note} note */
  function place(note) {
    const input = form.querySelector(`input[value="${CSS.escape(note.answer)}"]`);
    const label = input?.closest("label");
    if (!label) return;
    label.classList.add(note.right ? "good" : "bad");
    const words = document.createElement("span");
    words.className = "m";
    words.textContent = note.right ? "✓ Right" : "✕ Not this";
    label.append(words);
  }

  /** What can be done after a mark: go on, or try again with the choice kept. */
  function offer(right) {
    button.textContent = "Try again";
    button.hidden = right;
    const cards = [...document.querySelectorAll("form.quiz, .quiz form")];
    const next = cards[cards.indexOf(form) + 1];
    if (right && next?.id) {
      const link = document.createElement("a");
      link.className = "btn next";
      link.href = `#${next.id}`;
      link.textContent = "Next question";
      row.prepend(link);
    }
  }

  /** @param {string} words */
  function complain(words) {
    feedback.className = "ferr";
    feedback.textContent = words;
  }

  function reset() {
    marked = false;
    button.textContent = "Check";
    button.hidden = false;
    feedback.className = "";
    feedback.textContent = "";
    form.querySelectorAll(".m, .next").forEach((mark) => mark.remove());
    form.querySelectorAll(".ans").forEach((label) => label.classList.remove("good", "bad"));
  }
}
