// @ts-check
// The lesson as slides, one for each section and each figure; the figures go on running. The
// address names the slide, and its screen if it has several: ?slide=3.2. PgUp, PgDn and a finger
// turn, B blanks, Escape gives the page back.
import { cut, show as fit } from "./screens.js";
import { swiped } from "./swipe.js";
import { say } from "./words.js";

/** @param {HTMLElement} lesson */
export function lecture(lesson) {
  const slides = /** @type {HTMLElement[]} */ (
    [...lesson.children].filter((part) => !part.matches(".refs, .preview"))
  );
  const sheet = /** @type {HTMLLinkElement} */ (document.querySelector("link[data-lecture]"));
  const bar = controls(slides.length);
  const grown = new ResizeObserver(() => layOut());
  let shown = -1;
  let screen = 0;
  /** @type {Element[][]} */
  let screens = [];

  titles(slides);
  bar.addEventListener("click", (event) => {
    const action = /** @type {HTMLElement} */ (event.target).closest("button")?.dataset.go;
    if (action) actions[action]();
  });
  document.addEventListener("keydown", (event) => {
    const action = shown < 0 || isTaken(event) ? undefined : KEYS[event.key];
    if (!action) return;
    actions[action]();
    event.preventDefault();
  });
  swiped(lesson, (way) => shown >= 0 && actions[way]());
  for (const touch of ["pointerdown", "keydown"]) lesson.addEventListener(touch, () => grown.disconnect());
  addEventListener("resize", () => layOut());
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);
  follow();

  /** @type {Record<string, () => void>} */
  const actions = {
    back: () => (screen > 0 ? go(shown, screen - 1) : go(shown - 1, Infinity)),
    on: () => (screen < screens.length - 1 ? go(shown, screen + 1) : go(shown + 1)),
    first: () => go(0),
    last: () => go(slides.length - 1, Infinity),
    blank: () => document.body.classList.toggle("blank"),
    leave: () => {
      const before = slides[shown];
      show(-1);
      address();
      before.scrollIntoView();
    },
  };

  /** @param {number} slide from 0 @param {number} part of it, from 0 */
  function go(slide, part = 0) {
    document.body.classList.remove("blank");
    if (!slides[slide]) return;
    show(slide, part);
    address();
  }

  function address() {
    const query = new URLSearchParams(location.search);
    if (shown < 0) query.delete("slide");
    else query.set("slide", name());
    const search = query.size ? `?${query}` : "";
    history.replaceState(null, "", `${location.pathname}${search}`);
  }

  function name() {
    return screen > 0 ? `${shown + 1}.${screen + 1}` : `${shown + 1}`;
  }

  /** Shows what the address asks for: a slide, or on a link within the lesson the slide of its aim. */
  function follow() {
    const [slide, part] = (new URLSearchParams(location.search).get("slide") ?? "").split(".").map(Number);
    const aim = slide >= 1 && location.hash ? document.getElementById(location.hash.slice(1)) : null;
    const aimed = slides.findIndex((each) => each.contains(aim));
    if (aimed >= 0 && aim) {
      show(aimed);
      show(aimed, Math.max(0, screens.findIndex((parts) => parts.some((each) => each.contains(aim)))));
      address();
    } else show(slide >= 1 ? Math.min(slides.length, Math.round(slide)) - 1 : -1, (part || 1) - 1);
  }

  /** @param {number} slide -1 for none @param {number} part */
  function show(slide, part = 0) {
    shown = slide;
    sheet.disabled = slide < 0;
    document.body.classList.toggle("lecture", slide >= 0);
    bar.hidden = slide < 0;
    slides.forEach((each, i) => each.classList.toggle("shown", i === slide));
    grown.disconnect();
    if (slide < 0) {
      document.querySelectorAll(".away").forEach((each) => each.classList.remove("away"));
      return;
    }
    layOut(part);
    grown.observe(slides[slide]);
    scrollTo(0, 0);
  }

  /** Lays the slide out again: it grows while its scripts arrive, until somebody touches it. */
  function layOut(part = screen) {
    if (shown < 0) return;
    const { paddingTop, paddingBottom } = getComputedStyle(lesson);
    const room = innerHeight - parseFloat(paddingTop) - parseFloat(paddingBottom);
    screens = cut(slides[shown], room);
    screen = Math.max(0, Math.min(screens.length - 1, part));
    fit(slides[shown], screens, screen, room);
    const count = /** @type {HTMLElement} */ (bar.querySelector("output"));
    count.textContent = `${name()} / ${slides.length}`;
  }
}

/** @type {Record<string, string>} */
const KEYS = {
  PageUp: "back",
  ArrowLeft: "back",
  PageDown: "on",
  ArrowRight: "on",
  Home: "first",
  End: "last",
  b: "blank",
  B: "blank",
  Escape: "leave",
};

/** A field, a figure in focus or a button has its own use for every key but the page keys. */
function isTaken(/** @type {KeyboardEvent} */ event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  if (event.key.startsWith("Page") || event.key === "Escape") return false;
  return /** @type {HTMLElement} */ (event.target).closest("input, select, textarea, .fig") !== null;
}

/** Each slide without a heading carries that of the section that it belongs to; questions, theirs. */
function titles(/** @type {HTMLElement[]} */ slides) {
  let heading = "";
  for (const slide of slides) {
    const own = slide.querySelector(":scope > h2");
    if (own) heading = own.lastChild?.textContent ?? "";
    else if (slide.querySelector(":scope > .quizzes")) slide.dataset.section = say("Questions");
    else if (heading && !slide.querySelector(":scope > .takeaway")) slide.dataset.section = heading;
  }
}

/** @param {number} count */
function controls(count) {
  const bar = document.createElement("nav");
  bar.className = "slides ui";
  bar.setAttribute("aria-label", say("Slides"));
  bar.hidden = true;
  bar.append(
    button("leave", say("Leave the slides"), "M6 6l12 12M18 6L6 18"),
    button("back", say("Slide before"), "M15 5l-7 7 7 7"),
    Object.assign(document.createElement("output"), { textContent: `1 / ${count}` }),
    button("on", say("Next slide"), "M9 5l7 7-7 7"),
  );
  document.body.append(bar);
  return bar;
}

/** @param {string} action @param {string} words @param {string} path */
function button(action, words, path) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn quiet icon";
  made.dataset.go = action;
  made.title = words;
  made.setAttribute("aria-label", words);
  made.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
  return made;
}
