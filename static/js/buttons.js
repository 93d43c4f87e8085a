// @ts-check
// takes a figure / its buttons with data-do do what they name.
import { field, rows } from "./form.js";
import { withRow } from "./rows.js";
import { say } from "./words.js";

const MOST = 6;

/** @param {HTMLElement} figure @param {Record<string, Function>} actions */
export function press(figure, actions) {
  figure.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-do]"));
    if (!button) return;
    button.closest("details.drop")?.removeAttribute("open");
    actions[/** @type {string} */ (button.dataset.do)]?.(button);
  });
}

/** What every figure does. @param {{ figure: HTMLElement, news: any, history: any }} self */
export function common({ figure, news, history }) {
  return {
    screen: () => (document.fullscreenElement ? document.exitFullscreen() : figure.requestFullscreen()),
    async link() {
      history.write(true);
      const url = `${location.origin}${location.pathname}${location.search}#${figure.id}`;
      try {
        await navigator.clipboard.writeText(url);
        news.show("good", say("Copied."), say("The link holds everything that is set here."));
      } catch {
        news.show("stopped", say("Copy this:"), url);
      }
    },
  };
}

/** What a figure with optimizers does. @param {any} self */
export function shared(self) {
  const { figure, news } = self;

  /** @param {string} search */
  async function go(search) {
    history.pushState(null, "", `${location.pathname}${search}${location.hash}`);
    await self.restore();
  }

  return {
    ...common(self),
    png: () => self.download("png"),
    svg: () => self.download("svg"),
    csv: () => self.download("csv"),
    async reset() {
      const query = new URLSearchParams(location.search);
      for (const key of [...query.keys()]) if (key.startsWith(`${figure.id}.`)) query.delete(key);
      await go(query.size ? `?${query}` : "");
    },
    seed() {
      const seed = field(figure, "seed");
      seed.value = String(Number(seed.value) + 1);
      self.change(true);
    },
    async add(/** @type {HTMLElement} */ button) {
      if (rows(figure).length < MOST) await go(withRow(figure, button.dataset.optimizer ?? ""));
      else news.show("stopped", say("Six optimizers are here already."), say("Remove one first."));
    },
    remove(/** @type {HTMLElement} */ button) {
      button.closest(".orow")?.remove();
      const count = figure.querySelector(".count");
      if (count) count.textContent = say("{0} of {1}", rows(figure).length, MOST);
      self.change(true);
    },
    open(/** @type {HTMLElement} */ button) {
      const row = /** @type {HTMLElement} */ (button.closest(".orow"));
      const isOpen = !row.classList.contains("open");
      for (const other of rows(figure)) {
        other.classList.toggle("open", other === row && isOpen);
        other.querySelector(".disc")?.setAttribute("aria-expanded", String(other === row && isOpen));
      }
    },
  };
}
