// @ts-check
// The door of every page: typesets formulas and mounts each [data-block] with its module.
import { start as keepDrafts } from "./drafts.js";
import { typeset } from "./math.js";
import { start as followProgress } from "./progress.js";

typeset(document);
followProgress();

const themeSwitch = document.querySelector("[data-theme-switch]");
themeSwitch?.removeAttribute("hidden");
// @ts-ignore theme.js ran in the head
themeSwitch?.addEventListener("click", () => globalThis.theme.toggle());

const lesson = document.querySelector("main[data-lesson]");
if (lesson) {
  document.querySelectorAll("[data-slides]").forEach((link) => link.removeAttribute("hidden"));
  whenTouched(/** @type {HTMLElement} */ (lesson), (event) =>
    import("./preview.js").then((module) => module.previews(/** @type {HTMLElement} */ (lesson), event)),
  );
  if (new URLSearchParams(location.search).has("slide")) {
    import("./lecture.js").then((module) => module.lecture(/** @type {HTMLElement} */ (lesson)));
  }
}

/** The module of each kind of block; it is fetched only where the block stands. */
const MODULES = {
  copy: () => import("./copy.js"),
  exhibit: () => import("./exhibit.js"),
  calculator: () => import("./calculator.js"),
  derivatives: () => import("./derivatives.js"),
  map: () => import("./sweep.js"),
  drafts: () => import("./drafts.js"),
  quiz: () => import("./quiz.js"),
  race: () => import("./race.js"),
  run: () => import("./run.js"),
  taylor: () => import("./taylor.js"),
  train: () => import("./train.js"),
};

for (const block of document.querySelectorAll("[data-block]")) {
  const kind = /** @type {HTMLElement} */ (block).dataset.block ?? "";
  const mount = () => MODULES[kind]?.().then((module) => module.mount(block));
  if (block.matches(".fig, .quiz")) whenNear(block, mount);
  else mount();
}

keepDrafts();

/**
 * Previews of links come with the first pointer or focus in the lesson, which they are told of.
 * @param {HTMLElement} lesson
 * @param {(event: Event) => void} then
 */
function whenTouched(lesson, then) {
  const waiting = new AbortController();
  for (const kind of ["pointerover", "focusin"]) {
    lesson.addEventListener(kind, (event) => (waiting.abort(), then(event)), { signal: waiting.signal });
  }
}

/**
 * A figure or a question is useful as the server drew it; its script comes with the reader.
 * @param {Element} element
 * @param {() => void} then
 */
function whenNear(element, then) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        observer.disconnect();
        then();
      }
    },
    { rootMargin: "600px 0px" },
  );
  observer.observe(element);
}
