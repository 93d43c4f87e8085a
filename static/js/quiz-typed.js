// @ts-check
// takes the form of a question whose answer is a formula / shows what the server reads while the
// learner types, or why it cannot be read.
import { render } from "./math.js";
import { json, newest } from "./newest.js";

/** @param {HTMLFormElement} form */
export function typed(form) {
  const fields = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input[name=answer]")]);
  const fieldset = form.querySelector("fieldset");
  if (!fieldset) return {};
  const shown = fieldset.appendChild(document.createElement("div"));
  shown.className = "reading";
  shown.setAttribute("aria-live", "polite");
  const reader = newest(json, show, () => show({ tex: "", flaw: "" }));

  form.addEventListener("input", (event) => {
    if (fields.includes(/** @type {HTMLInputElement} */ (event.target))) ask();
  });
  if (fields.some((field) => field.value)) ask();

  function ask() {
    if (fields.every((field) => !field.value.trim())) {
      reader.stop();
      show({ tex: "", flaw: "" });
      return;
    }
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) query.append(name, String(value));
    reader.ask(`${form.action.replace("/api/answer/", "/api/reading/")}?${query}`);
  }

  /** @param {{tex: string, flaw: string}} reading */
  function show({ tex, flaw }) {
    shown.classList.toggle("ferr", Boolean(flaw));
    if (tex) {
      const formula = document.createElement("span");
      formula.className = "math display";
      render(formula, `\\displaystyle ${tex}`);
      shown.replaceChildren(formula);
    } else {
      shown.textContent = flaw;
    }
  }

  return {};
}
