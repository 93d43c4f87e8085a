// @ts-check
// takes a lesson / tells the server that it was opened, that its end was reached, that a figure was
// run; listens to "answered" and paints how far the reader is.
import { learner, post } from "./learner.js";

const PAUSE = 2000;

/** @typedef {{words: string, lessons: Record<string, {state: string, words: string}>}} Progress */

async function paint() {
  const reply = await fetch("/api/progress");
  if (!reply.ok) return;
  const progress = /** @type {Progress} */ (await reply.json());
  for (const [slug, lesson] of Object.entries(progress.lessons)) {
    for (const mark of document.querySelectorAll(`li[data-lesson="${slug}"], circle[data-lesson="${slug}"]`)) {
      mark.classList.remove("done", "visited");
      mark.classList.add(lesson.state);
      const remark = mark.querySelector(".min");
      if (remark) remark.textContent = lesson.words;
    }
  }
  for (const words of document.querySelectorAll("[data-progress-words]")) {
    words.textContent = progress.words;
  }
}

/** Follows the lesson of this page. */
export function start() {
  const main = /** @type {HTMLElement | null} */ (document.querySelector("main[data-lesson]"));
  if (!main) return;
  const lesson = main.dataset.lesson ?? "";
  const tell = (/** @type {string} */ what, body = "") => post(`/api/event/${what}`, body).catch(() => {});
  if (learner()) tell(`experienced/${lesson}`);
  if (main.dataset.questions === "0") {
    whenSeen(document.querySelector(".pn"), () => tell(`completed/${lesson}`).then(paint));
  }
  document.addEventListener("answered", paint);
  for (const figure of main.querySelectorAll(".fig")) whenRun(figure, (query) => learner() && tell(`ran/${lesson}/${figure.id}`, query));
}

/**
 * Once for a burst of changes, with the figure's part of the address.
 * @param {Element} figure
 * @param {(query: string) => void} then
 */
function whenRun(figure, then) {
  let timer = 0;
  figure.addEventListener("change", () => {
    clearTimeout(timer);
    timer = setTimeout(() => then(location.search.slice(1, 2000)), PAUSE);
  });
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
