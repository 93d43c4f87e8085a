// @ts-check
// Runs in the head, before anything is painted: applies the chosen theme by switching the style
// sheet of dark colours. Offers globalThis.theme to main.js; fires "themechange" on the document.
(() => {
  const KEY = "descent.theme";
  const sheet = /** @type {HTMLLinkElement} */ (document.querySelector("link[data-dark]"));
  const system = matchMedia("(prefers-color-scheme: dark)");

  let choice = read();

  /** @returns {string | null} "light", "dark", or null where the reader has not chosen */
  function read() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  function apply() {
    const theme = choice ?? (system.matches ? "dark" : "light");
    delete document.documentElement.dataset.paper;
    sheet.media = theme === "dark" ? "screen" : "not all";
    document.documentElement.dataset.theme = theme;
  }

  function announce() {
    apply();
    document.dispatchEvent(new Event("themechange"));
  }

  /** Paper is light, whatever the screen is, and what is drawn for it has the paper's size. */
  function print() {
    sheet.media = "not all";
    document.documentElement.dataset.paper = "";
    document.dispatchEvent(new Event("themechange"));
  }

  function toggle() {
    choice = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // Storage is refused: the choice lasts for this page.
    }
    announce();
  }

  /** @param {StorageEvent} event of another tab */
  function follow(event) {
    if (event.key === KEY) {
      choice = read();
      announce();
    }
  }

  apply();
  system.addEventListener("change", announce);
  addEventListener("storage", follow);
  addEventListener("beforeprint", print);
  addEventListener("afterprint", announce);
  Object.assign(globalThis, { theme: { toggle } });
})();
