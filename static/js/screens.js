// @ts-check
// What a slide shows at once: plots as high as the screen leaves them, long words screen by screen.

const BOXES = ".mapbox, .curvebox, .sweepbox, .panel";
const LEAST = 0.3;

/**
 * Cuts a slide into screens between its paragraphs.
 * @param {HTMLElement} slide as it is shown
 * @param {number} room its height in pixels
 * @returns {Element[][]} what stands on each screen, headings aside
 */
export function cut(slide, room) {
  slide.querySelectorAll(".away").forEach((part) => part.classList.remove("away"));
  boxes(slide).forEach((box) => box.style.removeProperty("--fit"));
  if (!slide.matches("section")) return [[]];
  for (const box of boxes(slide)) resize(box, Math.min(box.offsetHeight, LEAST * room));
  const parts = [...slide.children].flatMap((part) =>
    part.matches(".quizzes") ? [...part.children] : part.matches("h2") ? [] : [part],
  );
  const tops = parts.map((part) => part.getBoundingClientRect().top);
  const ends = parts.map((part) => part.getBoundingClientRect().bottom);
  const head = tops[0] - slide.getBoundingClientRect().top;
  const starts = [0];
  for (let i = 1; i < parts.length; i++) {
    const start = starts[starts.length - 1];
    if (ends[i] - tops[start] > room - head) starts.push(opening(parts, start, i));
  }
  return starts.map((start, i) => parts.slice(start, starts[i + 1]));
}

/**
 * Shows one screen of a slide, and gives its plots the height that the rest leaves.
 * @param {HTMLElement} slide @param {Element[][]} screens @param {number} screen
 * @param {number} room
 */
export function show(slide, screens, screen, room) {
  screens.forEach((parts, i) => parts.forEach((part) => part.classList.toggle("away", i !== screen)));
  const found = boxes(slide);
  const rows = new Set(found.map((box) => Math.round(box.getBoundingClientRect().top))).size;
  const spare = (room - slide.offsetHeight) / rows;
  const heights = found.map((box) => Math.max(box.offsetHeight + spare, LEAST * room));
  found.forEach((box, i) => resize(box, heights[i]));
}

/** Where the screen after `start` opens, at `last` at the latest: before a paragraph that begins. */
function opening(/** @type {Element[]} */ parts, /** @type {number} */ start, /** @type {number} */ last) {
  for (let i = last; i > start; i--) {
    if (!parts[i].matches(".note, .math, ul, ol, table") && isEnded(parts[i - 1])) return i;
  }
  return last;
}

/** Whether a sentence ends with it, its footnotes aside. */
function isEnded(/** @type {Element} */ part) {
  if (!part.matches("p, .math")) return true;
  const text = /** @type {HTMLElement} */ (part).dataset.tex ?? part.textContent ?? "";
  return /[.?!][”)\d\s]*(\\end\{\w+\})?\s*$/.test(text);
}

/** @param {HTMLElement} slide @returns {HTMLElement[]} */
function boxes(slide) {
  return /** @type {HTMLElement[]} */ ([...slide.querySelectorAll(BOXES)]).filter((box) => box.offsetHeight > 0);
}

/** A panel keeps its shape, so that its width gives its height. */
function resize(/** @type {HTMLElement} */ box, /** @type {number} */ height) {
  const shape = box.matches(".panel") ? box.offsetWidth / box.offsetHeight : 1;
  box.style.setProperty("--fit", `${Math.floor(height * shape)}px`);
}
