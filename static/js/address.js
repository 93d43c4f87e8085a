// @ts-check
// The address follows the form: one new entry of the history for each gesture, renewed while it
// lasts. A browser refuses more than a few hundred changes a minute, so they are spaced.
import { addressEntries, merged } from "./form.js";

const SPACING = 300;

/** Says whether the numbers of a caption belong to other settings. @param {HTMLElement} figure */
export function age(figure) {
  const stale = /** @type {HTMLElement} */ (figure.querySelector(".stale"));
  const keys = [...new URLSearchParams(location.search).keys()];
  stale.hidden = !keys.some((key) => key.startsWith(`${figure.id}.`));
}

/** @param {HTMLElement} figure */
export function address(figure) {
  let isOpen = false;
  let last = 0;

  return {
    /** @param {boolean} isFinal whether the gesture has ended */
    write(isFinal) {
      const now = performance.now();
      if (!isFinal && isOpen && now - last < SPACING) return;
      const search = merged(location.search, figure.id, addressEntries(figure));
      if (search !== location.search) {
        const url = `${location.pathname}${search}${location.hash}`;
        history[isOpen ? "replaceState" : "pushState"](null, "", url);
        last = now;
        isOpen = true;
      }
      if (isFinal) isOpen = false;
    },
    /**
     * Without a new entry: for a step, which a reader does not go back to.
     * @param {boolean} isFinal whether the gesture has ended
     */
    renew(isFinal) {
      const now = performance.now();
      if (!isFinal && now - last < SPACING) return;
      const search = merged(location.search, figure.id, addressEntries(figure));
      if (search !== location.search) {
        last = now;
        history.replaceState(null, "", `${location.pathname}${search}${location.hash}`);
      }
    },
  };
}
