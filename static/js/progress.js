// @ts-check
// Which lessons were visited and finished, in this browser. A lesson is finished when each of its
// questions was answered right, or, if it has none, when its end was reached.
const KEY = "descent.progress";

/**
 * @typedef {{right: string[], finished: boolean}} Lesson
 * @typedef {{last: string, lessons: Record<string, Lesson>}} Progress
 */

/** @returns {Progress} */
function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return { last: kept.last ?? "", lessons: kept.lessons ?? {} };
  } catch {
    return { last: "", lessons: {} };
  }
}

/** @param {Progress} progress */
function write(progress) {
  try {
    localStorage.setItem(KEY, JSON.stringify(progress));
  } catch {
    // Storage is refused: the page works, and forgets.
  }
  paint(progress);
}

/** @param {Progress} progress */
function paint(progress) {
  for (const mark of document.querySelectorAll("li[data-lesson], circle[data-lesson]")) {
    const lesson = progress.lessons[mark.getAttribute("data-lesson") ?? ""];
    mark.classList.toggle("done", Boolean(lesson?.finished));
    mark.classList.toggle("visited", Boolean(lesson) && !lesson.finished);
  }
  const finished = Object.values(progress.lessons).filter((lesson) => lesson.finished).length;
  for (const words of document.querySelectorAll("[data-progress-words]")) {
    const count = finished === 0 ? "A dot fills when a lesson is finished." : `You have finished ${finished}.`;
    words.textContent = `${count} Progress stays in this browser.`;
  }
  resume(progress.last);
}

/**
 * Turns "start" on the cover into "go on" where the reader left off.
 * @param {string} slug
 */
function resume(slug) {
  const link = document.querySelector("a[data-resume]");
  const entry = document.querySelector(`li[data-lesson="${CSS.escape(slug)}"] a`);
  if (link && entry) {
    link.setAttribute("href", entry.getAttribute("href") ?? "/");
    link.textContent = `Go on with ${entry.querySelector(".t")?.textContent}`;
  }
}

/**
 * @param {HTMLElement} main a lesson
 * @param {string} slug
 */
function follow(main, slug) {
  const questions = Number(main.dataset.questions);
  change((lesson) => lesson);
  if (questions === 0) whenSeen(document.querySelector(".pn"), () => change(finish));
  document.addEventListener("answered", (event) => {
    const { question, right } = /** @type {CustomEvent} */ (event).detail;
    if (right) change((lesson) => answered(lesson, question));
  });

  /** @param {(lesson: Lesson) => Lesson} next */
  function change(next) {
    const progress = read();
    const lesson = progress.lessons[slug] ?? { right: [], finished: false };
    progress.lessons[slug] = next(lesson);
    write({ last: slug, lessons: progress.lessons });
  }

  /** @param {Lesson} lesson @param {string} question */
  function answered(lesson, question) {
    const right = [...new Set([...lesson.right, question])];
    return { right, finished: lesson.finished || right.length >= questions };
  }

  /** @param {Lesson} lesson */
  function finish(lesson) {
    return { ...lesson, finished: true };
  }
}

/** @param {Element | null} element @param {() => void} then */
function whenSeen(element, then) {
  if (!element) return;
  const observer = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      observer.disconnect();
      then();
    }
  });
  observer.observe(element);
}

/** Paints what is known, and follows the lesson of this page. */
export function start() {
  paint(read());
  const main = /** @type {HTMLElement | null} */ (document.querySelector("main[data-lesson]"));
  if (main) follow(main, main.dataset.lesson ?? "");
  addEventListener("storage", (event) => event.key === KEY && paint(read()));
}
