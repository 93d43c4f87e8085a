// @ts-check
// takes the form of a goal or a contest / keeps every try of its learner in this browser, shows the best one and all of
// them on one axis with the goal as a line.
import { scale, ticks } from "./axes.js";
import { learner } from "./learner.js";
import { significant } from "./numbers.js";
import { count, say } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDE = 560;
const MOST = 60;

/** What tries are measured by, in words. @type {Record<string, Record<"plain" | "reached" | "mark" | "all", (size: number) => string>>} */
const MEASURES = {
  goal: {
    plain: (size) => say("{0} steps", size),
    reached: (size) => count(size, "{0} step, reached", "{0} steps, reached"),
    mark: String,
    all: (most) => say("Steps of each try; the goal is {0}.", most),
  },
  contest: {
    plain: (size) => say("{0}% of the operations", significant(size)),
    reached: (size) => say("{0}% of the operations, reached", significant(size)),
    mark: (size) => say("{0}%", size),
    all: (most) => say("Operations of each try; the goal is {0}%.", most),
  },
};

/**
 * @typedef {{values: string[], measure: number | null}} Try
 * @param {HTMLFormElement} form
 */
export function goal(form) {
  const words = MEASURES[form.dataset.kind ?? "goal"];
  const key = `descent.goal.${form.getAttribute("action")}.${value("variant")}`;
  const fields = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(".coordinates input")]);
  const names = short(fields.map((field) => field.closest("label")?.querySelector("span")?.textContent ?? ""));
  const board = form.querySelector("fieldset")?.appendChild(document.createElement("div"));
  if (!board) return {};
  board.className = "tries";
  let tries = /** @type {Try[]} */ (kept());
  let most = Number(form.dataset.goal);
  paint();

  /** @param {string} name */
  function value(name) {
    return /** @type {HTMLInputElement | null} */ (form.querySelector(`input[name=${name}]`))?.value ?? "";
  }

  /** The tries of this learner, or of one whom the server did not know yet; once they were called steps. */
  function kept() {
    try {
      const own = JSON.parse(localStorage.getItem(key) ?? "{}");
      const tries = own.learner === learner() || !own.learner ? own.tries ?? [] : [];
      return tries.map((/** @type {any} */ one) => ({ ...one, measure: one.measure ?? one.steps ?? null }));
    } catch {
      return [];
    }
  }

  /** @param {{measure?: number, html: string}} mark */
  function marked(mark) {
    most = Number(form.querySelector(".outcome[data-goal]")?.getAttribute("data-goal") ?? most);
    form.dataset.goal = String(most);
    tries = [...tries, { values: fields.map((field) => field.value), measure: mark.measure ?? null }].slice(-MOST);
    try {
      localStorage.setItem(key, JSON.stringify({ learner: learner(), tries }));
    } catch {
      // Storage is refused: the tries last as long as the page.
    }
    paint();
  }

  function paint() {
    if (tries.length === 0 || !Number.isFinite(most)) return;
    const best = tries.reduce((a, b) => ((b.measure ?? Infinity) < (a.measure ?? Infinity) ? b : a));
    const readings = document.createElement("dl");
    const size = best.measure;
    reading(readings, say("Your best"), size === null ? say("not reached") : words[size <= most ? "reached" : "plain"](size));
    reading(readings, say("with"), best.values.map((text, i) => `${names[i]} ${text}`).join(", "));
    reading(readings, say("Tries"), String(tries.length));
    board?.replaceChildren(readings, axis(best));
  }

  /** @param {HTMLElement} list @param {string} name @param {string} text */
  function reading(list, name, text) {
    const pair = list.appendChild(document.createElement("div"));
    pair.appendChild(document.createElement("dt")).textContent = name;
    pair.appendChild(document.createElement("dd")).textContent = text;
  }

  /** @param {Try} best */
  function axis(best) {
    const svg = document.createElementNS(SVG, "svg");
    const width = board?.clientWidth || WIDE;
    const x = scale(0, 3 * most, 12, width - 12);
    svg.setAttribute("viewBox", `0 0 ${width} 56`);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", words.all(most));
    draw("path", { class: "rail", d: `M${x.at(0)} 22H${x.at(3 * most)}` });
    draw("path", { class: "line", d: `M${x.at(most)} 8V36` });
    const clear = ticks(x, 4).filter((tick) => Math.abs(x.at(tick) - x.at(most)) > 60);
    for (const tick of clear) text(words.mark(tick), x.at(tick), "");
    text(say("goal {0}", words.mark(most)), x.at(most), "line");
    for (const one of tries) {
      if (one.measure === null) continue;
      draw("rect", { class: one === best ? "best" : "", x: x.at(Math.min(one.measure, 3 * most)) - 5, y: 17, width: 10, height: 10 });
    }
    return svg;

    /** @param {string} name @param {Record<string, string | number>} attributes */
    function draw(name, attributes) {
      const made = svg.appendChild(document.createElementNS(SVG, name));
      for (const [attribute, text] of Object.entries(attributes)) made.setAttribute(attribute, String(text));
      return made;
    }

    /** @param {string} label @param {number} at @param {string} style */
    function text(label, at, style) {
      draw("text", { class: style, x: at, y: 52, "text-anchor": "middle" }).textContent = label;
    }
  }

  return { marked };
}

/** The symbols at the ends of the labels, or the labels before them where symbols repeat. @param {string[]} labels */
function short(labels) {
  const symbols = labels.map((label) => label.split(" ").pop() ?? "");
  return new Set(symbols).size === symbols.length ? symbols : labels.map((label) => label.split(" ").slice(0, -1).join(" "));
}
