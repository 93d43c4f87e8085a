// @ts-check
// The door of every page: typesets formulas and mounts each [data-block] with its module.
import { typeset } from "./math.js";
import { start } from "./progress.js";

typeset(document);
start();

const themeSwitch = document.querySelector("[data-theme-switch]");
themeSwitch?.removeAttribute("hidden");
// @ts-ignore theme.js ran in the head
themeSwitch?.addEventListener("click", () => globalThis.theme.toggle());

/** The module of each kind of block; it is fetched only where the block stands. */
const MODULES = {
  quiz: () => import("./quiz.js"),
  run: () => import("./run.js"),
  taylor: () => import("./taylor.js"),
};

for (const figure of document.querySelectorAll("[data-block]")) {
  const kind = /** @type {HTMLElement} */ (figure).dataset.block ?? "";
  MODULES[kind]?.().then((module) => module.mount(figure));
}
