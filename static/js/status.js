// @ts-check
// takes a figure / shows one line of news with at most one action, and speaks to screen readers.

const ICONS = {
  running: "M12 4a8 8 0 1 1-8 8",
  good: "M5 12.5l4.5 4.5L19 7.5",
  diverged: "M4 19C10 19 12 16 14 4M11 6.5L14 4l2.5 3",
  stopped: "M7 7h10v10H7z",
  bad: "M12 3.5a8.5 8.5 0 1 0 .01 0M12 7.5v5.5M12 16.3h.01",
  offline:
    "M4 4l16 16M5 10.5a11 11 0 0 1 4-2.4M8 14a6 6 0 0 1 6-1.3M19 10.5a11 11 0 0 0-5-2.8M12 18h.01",
};

const SVG = "http://www.w3.org/2000/svg";
const PAUSE = 500;

/** @param {HTMLElement} figure */
export function status(figure) {
  const line = /** @type {HTMLElement} */ (figure.querySelector(".status"));
  const voice = /** @type {HTMLElement} */ (figure.querySelector("[aria-live]"));
  let words = "";
  let timer = 0;
  let kindShown = "";

  return {
    /**
     * @param {keyof ICONS} kind @param {string} lead in bold @param {string} [rest]
     * @param {{ words: string, act: () => void }} [action]
     */
    show(kind, lead, rest = "", action) {
      kindShown = kind;
      const icon = document.createElementNS(SVG, "svg");
      icon.setAttribute("viewBox", "0 0 24 24");
      icon.setAttribute("aria-hidden", "true");
      const shape = document.createElementNS(SVG, "path");
      shape.setAttribute("d", ICONS[kind]);
      icon.append(shape);
      const text = document.createElement("div");
      const bold = document.createElement("b");
      bold.textContent = lead;
      const more = document.createElement("span");
      more.textContent = rest;
      text.append(bold, " ", more);
      line.className = `status ${kind === "good" ? "good" : kind === "bad" || kind === "diverged" ? "bad" : ""}`;
      line.replaceChildren(icon, text);
      if (action) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "btn quiet";
        button.textContent = action.words;
        button.addEventListener("click", action.act);
        line.append(button);
      }
    },
    clear() {
      kindShown = "";
      if (line.childNodes.length) line.replaceChildren();
    },
    kind: () => kindShown,
    /** Politely, at most twice a second; only the newest words. @param {string} text */
    say(text) {
      words = text;
      timer ||= setTimeout(() => {
        timer = 0;
        voice.textContent = words;
      }, PAUSE);
    },
  };
}
