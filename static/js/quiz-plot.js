// @ts-check
// takes the form of a question with a picture and one or two coordinates / a click or the arrow keys
// move a ring in the picture, and the fields say where it is.
import { handle } from "./handle.js";
import { field as written } from "./numbers.js";
import { say } from "./words.js";

/** @param {HTMLFormElement} form */
export function plot(form) {
  const panel = /** @type {HTMLElement | null} */ (form.querySelector("fieldset .panel[data-box]"));
  const fields = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(".coordinates input")]);
  if (!panel || fields.length === 0) return {};
  const [x0, x1, y0, y1] = (panel.dataset.box ?? "").split(",").map(Number);
  const ring = panel.appendChild(document.createElement("button"));
  ring.type = "button";
  ring.className = "handle guess";
  ring.setAttribute("aria-label", say("Your point; arrow keys move it"));
  const held = handle(ring, panel, (px, py) => moved(px, py));

  panel.addEventListener("pointerdown", (event) => {
    if (event.target === ring) return;
    const box = panel.getBoundingClientRect();
    const at = [event.clientX - box.left, event.clientY - box.top];
    held.place(at[0], at[1]);
    moved(at[0], at[1]);
    ring.focus();
    event.preventDefault();
  });
  form.addEventListener("input", (event) => {
    if (fields.includes(/** @type {HTMLInputElement} */ (event.target)) && event.isTrusted) follow();
  });
  form.addEventListener("restored", follow);
  new ResizeObserver(follow).observe(panel);

  /** @param {number} px @param {number} py */
  function moved(px, py) {
    const at = [
      x0 + (px / panel.clientWidth) * (x1 - x0),
      y1 - (py / panel.clientHeight) * (y1 - y0),
    ];
    const digits = [x1 - x0, y1 - y0].map((length) => length / 1000);
    fields.forEach((field, i) => {
      field.value = written(Math.round(at[i] / digits[i]) * digits[i]);
    });
    fields[0].dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** The ring stands where the fields say; in the middle before they say anything. */
  function follow() {
    if (held.isHeld()) return;
    const at = fields.map((field) => (field.value.trim() ? Number(field.value) : NaN));
    const x = Number.isFinite(at[0]) ? at[0] : (x0 + x1) / 2;
    const y = Number.isFinite(at[1]) ? at[1] : (y0 + y1) / 2;
    held.place(((x - x0) / (x1 - x0)) * panel.clientWidth, ((y1 - y) / (y1 - y0)) * panel.clientHeight);
  }

  return {};
}
