// @ts-check
// takes the forms of a lesson's questions / keeps what is typed, at once in this browser and soon on
// the server, and fills it in again after a reload. Nothing here submits an answer.
// A form that draws more than its fields listens to "restored".
import { learner, post } from "./learner.js";
import { say } from "./words.js";

const PAUSE = 600;
const RETRY = 4000;
const ANSWER = "/api/answer/";
const KEY = "descent.draft.";
const OWN = /^descent\.(draft|goal)\./;

/**
 * @typedef {{answer: string[], version: string, variant: number, revision: number}} Typed
 * @typedef {Typed & {isSent: boolean, learner: string}} Draft
 */

/** Forgets what this browser keeps of its reader when the server is told to. @param {HTMLFormElement} form */
export function mount(form) {
  form.addEventListener("submit", () => {
    const own = Object.keys(localStorage).filter((key) => OWN.test(key));
    own.forEach((key) => localStorage.removeItem(key));
  });
}

/** Follows each question of a lesson. */
export function start() {
  const main = /** @type {HTMLElement | null} */ (document.querySelector("main[data-drafts]"));
  if (!main) return;
  const kept = JSON.parse(main.dataset.drafts ?? "{}");
  const standing = JSON.parse(main.dataset.standing ?? "{}");
  for (const form of main.querySelectorAll(`form[action^="${ANSWER}"]`)) {
    const name = nameOf(form);
    follow(/** @type {HTMLFormElement} */ (form), name, kept[name], standing[name]);
  }
  document.addEventListener("renewed", (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    follow(form, nameOf(form), undefined);
  });
}

/** @param {Element} form */
function nameOf(form) {
  return form.getAttribute("action")?.slice(ANSWER.length) ?? "";
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name lesson/question
 * @param {Typed | undefined} kept on the server
 * @param {string} [standing] how the question stands, until it is answered anew
 */
function follow(form, name, kept, standing = "") {
  const news = form.querySelector(".row")?.appendChild(document.createElement("span"));
  const version = value(form, "version");
  const variant = Number(value(form, "variant"));
  let draft = latest(read(name), kept);
  let timer = 0;
  let isSending = false;

  if (draft && draft.version === version && draft.variant === variant) fill(form, draft.answer);
  tell(standing);
  if (draft && !draft.isSent) save();
  form.addEventListener("input", type);
  form.addEventListener("answered", forget);
  addEventListener("online", save);
  addEventListener("pagehide", save);
  document.addEventListener("visibilitychange", () => document.hidden && save());

  function type() {
    const answer = new FormData(form).getAll("answer").map(String);
    keep({ answer, version, variant, revision: (draft?.revision ?? 0) + 1, isSent: false, learner: learner() });
    later(PAUSE);
    forget();
  }

  function forget() {
    standing = "";
    tell("");
  }

  /** @param {Draft} next */
  function keep(next) {
    draft = next;
    write(name, next);
  }

  /** @param {number} pause */
  function later(pause) {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  }

  async function save() {
    if (!draft || draft.isSent || isSending) return;
    clearTimeout(timer);
    isSending = true;
    const sent = draft;
    try {
      await settle(sent, await post(`/api/draft/${name}`, JSON.stringify(sent), { "Content-Type": "application/json" }));
    } catch {
      tell(say("Not saved yet: the server cannot be reached. It is kept in this browser."), true);
      later(RETRY);
    } finally {
      isSending = false;
    }
  }

  /** @param {Draft} sent @param {Response} reply */
  async function settle(sent, reply) {
    if (reply.status >= 500) throw new Error(String(reply.status));
    const answer = await reply.json();
    const isSettled = draft === sent && (answer.kept || !reply.ok);
    const revision = Math.max(draft?.revision ?? 0, (answer.revision ?? 0) + (answer.kept ? 0 : 1));
    keep({ ...(draft ?? sent), revision, isSent: isSettled, learner: learner() });
    if (!isSettled) later(PAUSE);
    tell(reply.ok ? standing || (isSettled ? say("Saved") : "") : answer.detail, !reply.ok);
  }

  /** @param {string} words @param {boolean} [isTrouble] */
  function tell(words, isTrouble = false) {
    if (!news || news.textContent === words) return;
    news.className = isTrouble ? "kept trouble" : "kept";
    if (isTrouble) news.setAttribute("role", "status");
    news.textContent = words;
  }
}

/**
 * What this browser could not send goes before what the server keeps.
 * @param {Draft | undefined} own
 * @param {Typed | undefined} kept
 * @returns {Draft | undefined}
 */
function latest(own, kept) {
  const isOwn = own && (own.learner === learner() || !own.learner);
  if (isOwn && (!own.isSent || !kept)) {
    return { ...own, isSent: false, revision: Math.max(own.revision, (kept?.revision ?? 0) + 1) };
  }
  return kept && { ...kept, isSent: true, learner: learner() };
}

/**
 * Chosen options by their values, other fields in their order.
 * @param {HTMLFormElement} form
 * @param {string[]} answer
 */
function fill(form, answer) {
  const fields = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("[name=answer]")]);
  const isOption = (/** @type {HTMLInputElement} */ field) => /^(radio|checkbox)$/.test(field.type);
  fields.filter(isOption).forEach((field) => (field.checked = answer.includes(field.value)));
  fields
    .filter((field) => !isOption(field))
    .forEach((field, place) => (field.value = answer[place] ?? field.value));
  form.dispatchEvent(new CustomEvent("restored"));
}

/** @param {HTMLFormElement} form @param {string} name */
function value(form, name) {
  return form.querySelector(`input[type=hidden][name=${name}]`)?.getAttribute("value") ?? "";
}

/** @param {string} name @returns {Draft | undefined} */
function read(name) {
  try {
    return JSON.parse(localStorage.getItem(KEY + name) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} name @param {Draft} draft */
function write(name, draft) {
  try {
    localStorage.setItem(KEY + name, JSON.stringify(draft));
  } catch {
    // Storage is refused or full: the server keeps it.
  }
}
