// @ts-check
// A link to a term, a note or a figure shows what it leads to while it is pointed at or in focus.
import { typeset } from "./math.js";

const LINKS = "a.term, .fn a, a.ref[href^='#']";
const WAIT = 250;

/** @type {Promise<Document> | undefined} */
let glossary;

/** @param {HTMLElement} lesson @param {Event} first pointer or focus in it */
export function previews(lesson, first) {
  const card = document.createElement("div");
  card.className = "preview ui";
  card.id = "preview";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  lesson.append(card);
  /** @type {number | undefined} */
  let timer;
  /** @type {HTMLAnchorElement | undefined} */
  let shown;

  lesson.addEventListener("pointerover", (event) => soon(event, WAIT));
  lesson.addEventListener("focusin", (event) => soon(event, 0));
  lesson.addEventListener("pointerout", leave);
  lesson.addEventListener("focusout", leave);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  addEventListener("scroll", hide, { passive: true });
  soon(first, first.type === "focusin" ? 0 : WAIT);

  /** @param {Event} event @param {number} wait */
  function soon(event, wait) {
    const target = /** @type {HTMLElement} */ (event.target);
    const link = /** @type {HTMLAnchorElement | null} */ (target.closest(LINKS));
    if (!link || link === shown || /** @type {any} */ (event).pointerType === "touch") return;
    clearTimeout(timer);
    timer = setTimeout(() => show(link), wait);
  }

  /** @param {Event} event */
  function leave(event) {
    const to = /** @type {any} */ (event).relatedTarget;
    if (!shown?.contains(to)) hide();
  }

  function hide() {
    clearTimeout(timer);
    shown?.removeAttribute("aria-describedby");
    shown = undefined;
    card.hidden = true;
  }

  /** @param {HTMLAnchorElement} link */
  async function show(link) {
    shown = link;
    const words = await preview(link);
    if (shown !== link || words.length === 0) return;
    card.replaceChildren(...words);
    typeset(card);
    card.hidden = false;
    link.setAttribute("aria-describedby", card.id);
    place(link.getClientRects()[0]);
  }

  /** Under the link, or above it where there is more room. @param {DOMRect} at */
  function place(at) {
    const left = Math.max(8, Math.min(at.left, innerWidth - card.offsetWidth - 8));
    const isBelow = at.bottom + card.offsetHeight + 8 < innerHeight;
    card.style.left = `${left}px`;
    card.style.top = `${isBelow ? at.bottom + 6 : at.top - card.offsetHeight - 6}px`;
  }
}

/** @param {HTMLAnchorElement} link @returns {Promise<Node[]>} copies of what it leads to */
async function preview(link) {
  const id = decodeURIComponent(link.hash.slice(1));
  if (link.matches(".term")) {
    glossary ??= fetch("/glossary")
      .then((reply) => reply.text())
      .then((text) => new DOMParser().parseFromString(text, "text/html"));
    const words = (await glossary.catch(() => document)).getElementById(id)?.querySelector("dd");
    return words ? copies(words) : [];
  }
  const target = document.getElementById(id);
  const words = target?.matches(".fig") ? target.querySelector(`#${CSS.escape(id)}-title`) : target;
  return words ? copies(words) : [];
}

/** Formulas as TeX, without links back. @param {Element} element */
function copies(element) {
  const copy = /** @type {HTMLElement} */ (document.importNode(element, true));
  for (const back of copy.querySelectorAll("a[aria-label='Back to the text'], .anchor")) back.remove();
  for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
  return [...copy.childNodes];
}
