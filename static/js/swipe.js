// @ts-check
// One finger that wipes over the page, where nothing else is moved by it.

const FAR = 60;
const OWN = ".mapbox, .curvebox, .sweepbox, .panel, .handle, input, select, textarea, pre, [draggable]";

/**
 * Says "on" for a finger that moved to the left, "back" for one to the right.
 * @param {HTMLElement} page
 * @param {(way: "on" | "back") => void} then
 */
export function swiped(page, then) {
  /** @type {Touch | null} */
  let from = null;
  page.addEventListener(
    "touchstart",
    (event) => {
      const isFree = event.touches.length === 1 && !(/** @type {Element} */ (event.target).closest(OWN));
      from = isFree ? event.touches[0] : null;
    },
    { passive: true },
  );
  page.addEventListener("touchend", (event) => {
    const to = event.changedTouches[0];
    if (!from || !to) return;
    const [x, y] = [to.clientX - from.clientX, to.clientY - from.clientY];
    if (Math.abs(x) >= FAR && Math.abs(x) > 2 * Math.abs(y)) then(x < 0 ? "on" : "back");
    from = null;
  });
}
