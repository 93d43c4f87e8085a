// @ts-check
// takes a button with data-text / copies that text; the button is shown only where copying works.
import { say } from "./words.js";

/** @param {HTMLButtonElement} button */
export function mount(button) {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.text ?? "");
    button.textContent = say("Copied");
  });
}
