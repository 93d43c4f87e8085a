// @ts-check
// The lesson as slides, one for each section and each figure; the figures go on running. The
// address names the slide: ?slide=3. PgUp and PgDn turn, B blanks, Escape gives the page back.
import { say } from "./words.js";

/** @param {HTMLElement} lesson */
export function lecture(lesson) {
  const slides = [...lesson.children].filter(
    (part) => part instanceof HTMLElement && !part.matches(".refs, .preview"),
  );
  const sheet = /** @type {HTMLLinkElement} */ (document.querySelector("link[data-lecture]"));
  const bar = controls(slides.length);
  let shown = -1;

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
  addEventListener("popstate", follow);
  follow();

  /** @type {Record<string, () => void>} */
  const actions = {
    back: () => go(shown - 1),
    on: () => go(shown + 1),
    first: () => go(0),
    last: () => go(slides.length - 1),
    blank: () => document.body.classList.toggle("blank"),
    leave: () => {
      address(-1);
      follow();
    },
  };

  /** @param {number} slide from 0 */
  function go(slide) {
    const next = Math.max(0, Math.min(slides.length - 1, slide));
    document.body.classList.remove("blank");
    if (next === shown) return;
    address(next);
    show(next);
  }

  /** @param {number} slide -1 for none */
  function address(slide) {
    const query = new URLSearchParams(location.search);
    if (slide < 0) query.delete("slide");
    else query.set("slide", String(slide + 1));
    const search = query.size ? `?${query}` : "";
    history.replaceState(null, "", `${location.pathname}${search}${location.hash}`);
  }

  function follow() {
    const asked = Number(new URLSearchParams(location.search).get("slide"));
    show(asked >= 1 ? Math.min(slides.length, Math.round(asked)) - 1 : -1);
  }

  /** @param {number} slide */
  function show(slide) {
    const before = slides[shown];
    shown = slide;
    sheet.disabled = slide < 0;
    document.body.classList.toggle("lecture", slide >= 0);
    bar.hidden = slide < 0;
    slides.forEach((part, i) => part.classList.toggle("shown", i === slide));
    if (slide < 0) {
      before?.scrollIntoView();
      return;
    }
    const count = /** @type {HTMLElement} */ (bar.querySelector("output"));
    count.textContent = `${slide + 1} / ${slides.length}`;
    scrollTo(0, 0);
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

/** Each slide without a heading carries the heading of the section that it belongs to. */
function titles(/** @type {Element[]} */ slides) {
  let heading = "";
  for (const slide of slides) {
    const own = slide.querySelector(":scope > h2");
    if (own) heading = own.lastChild?.textContent ?? "";
    else if (!slide.matches("header") && heading) /** @type {HTMLElement} */ (slide).dataset.section = heading;
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
