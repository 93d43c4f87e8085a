// @ts-check
// takes the round button on a map / moves the start point by pointer or arrow keys (Shift: five
// times as far), puts it back on Escape / tells where it went and whether the gesture has ended.
import { paper } from "./canvas.js";

const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const NUDGE = 4;
/** Where a browser tells of moves before its next frame, an answer is half a frame earlier. */
const MOVE = "onpointerrawupdate" in globalThis ? "pointerrawupdate" : "pointermove";

/**
 * @param {HTMLElement} handle
 * @param {HTMLElement} box
 * @param {(px: number, py: number, isFinal: boolean) => void} moved
 */
export function handle(handle, box, moved) {
  let at = [0, 0];
  let grip = [0, 0];
  let origin = [0, 0];
  let isHeld = false;

  handle.addEventListener("pointerdown", (event) => {
    handle.setPointerCapture(event.pointerId);
    grip = [event.clientX - at[0], event.clientY - at[1]];
    origin = at;
    isHeld = true;
  });
  handle.addEventListener(MOVE, (event) => {
    const { clientX, clientY } = /** @type {PointerEvent} */ (event);
    if (isHeld) to(clientX - grip[0], clientY - grip[1], false);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    handle.addEventListener(end, () => {
      if (isHeld) to(at[0], at[1], true);
      isHeld = false;
    });
  }
  handle.addEventListener("keydown", (event) => {
    if (isHeld && event.key === "Escape") {
      event.stopPropagation();
      to(origin[0], origin[1], true);
      isHeld = false;
      passOver();
    }
    const way = KEYS[/** @type {keyof KEYS} */ (event.key)];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const far = NUDGE * (event.shiftKey ? 5 : 1);
    to(at[0] + far * way[0], at[1] + far * way[1], false);
  });
  handle.addEventListener("keyup", (event) => {
    if (event.key in KEYS) moved(at[0], at[1], true);
  });

  /** @param {number} px @param {number} py @param {boolean} isFinal */
  function to(px, py, isFinal) {
    const x = Math.max(0, Math.min(box.clientWidth, px));
    const y = Math.max(0, Math.min(box.clientHeight, py));
    place(x, y);
    moved(x, y, isFinal);
  }

  /** @param {number} px @param {number} py */
  function place(px, py) {
    at = [px, py];
    const part = paper(box) / 100;
    handle.style.left = `${px / (box.clientWidth * part)}%`;
    handle.style.top = `${py / (box.clientHeight * part)}%`;
    handle.hidden = !Number.isFinite(px + py);
  }

  return { place, isHeld: () => isHeld };
}

/** The click at which a button is let go after Escape picks nothing. */
function passOver() {
  const over = new AbortController();
  addEventListener("click", (event) => event.stopPropagation(), { capture: true, once: true, signal: over.signal });
  addEventListener("pointerdown", () => over.abort(), { capture: true, once: true });
}
