// @ts-check
// takes a mounted figure / its keys, while it holds the focus, and its plots under the pointer.
import { rows } from "./form.js";

const TEN = 10;

/** @param {any} self @param {Record<string, Function>} actions */
export function keys(self, actions) {
  const { figure, mapbox, curvebox } = self;
  const named = {
    " ": actions.play,
    ArrowLeft: actions.back,
    ",": actions.back,
    ArrowRight: actions.on,
    ".": actions.on,
    Home: actions.rewind,
    End: actions.last,
    f: actions.screen,
    t: actions.table,
    l: actions.link,
  };

  figure.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const types = target.matches("input:not([type=range]):not([type=checkbox]), select, textarea");
    if (types || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " " && target.matches("button, summary, .chk")) return;
    if (target.matches("[type=range]") && /^(Arrow|Home|End)/.test(event.key)) return;
    const turn = { ArrowLeft: [-8, 0], ArrowRight: [8, 0], ArrowUp: [0, -8], ArrowDown: [0, 8] }[event.key];
    if (turn && target === mapbox && self.view().turn) {
      self.view().turn(...turn);
      self.draw();
      event.preventDefault();
      return;
    }
    if (/^[1-6]$/.test(event.key)) {
      /** @type {HTMLInputElement | null} */ (rows(figure)[Number(event.key) - 1]?.querySelector(".chk"))?.click();
    } else {
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const action = named[/** @type {keyof named} */ (key)];
      if (!action) return;
      const isStep = action === actions.back || action === actions.on;
      for (let i = 0; i < (event.shiftKey && isStep ? TEN : 1); i++) action();
    }
    event.preventDefault();
  });

  curvebox.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
    if (/** @type {HTMLElement} */ (event.target).closest("select")) return;
    curvebox.setPointerCapture(event.pointerId);
    scrubTo(event);
  });
  curvebox.addEventListener("pointermove", (/** @type {PointerEvent} */ event) => {
    if (curvebox.hasPointerCapture(event.pointerId)) scrubTo(event);
  });

  /** @param {PointerEvent} event */
  function scrubTo(event) {
    const scrub = /** @type {HTMLInputElement} */ (figure.querySelector(".scrub"));
    scrub.value = String(self.loss.stepAt(event.clientX - curvebox.getBoundingClientRect().left));
    scrub.dispatchEvent(new Event("input", { bubbles: true }));
  }

  mapbox.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
    if (/** @type {HTMLElement} */ (event.target).closest("select, .handle") || !self.view()?.turn) return;
    mapbox.setPointerCapture(event.pointerId);
  });
  mapbox.addEventListener("pointermove", (/** @type {PointerEvent} */ event) => {
    if (!mapbox.hasPointerCapture(event.pointerId) || !self.view()?.turn) return;
    self.view().turn(event.movementX, event.movementY);
    self.draw();
  });

  /** A click on the map restarts everyone from there. */
  mapbox.addEventListener("click", (/** @type {MouseEvent} */ event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.closest("select, .handle") || self.view()?.turn) return;
    const box = mapbox.getBoundingClientRect();
    self.startAt(event.clientX - box.left, event.clientY - box.top);
  });
}
