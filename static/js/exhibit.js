// @ts-check
// takes a figure.exhibit / its form is its state: asks the server for the pictures and numbers of
// each new one, and puts them in place of the old; rings on the pictures move the form's points.
import { address, age } from "./address.js";
import { scale } from "./axes.js";
import { common, press } from "./buttons.js";
import { field, fill, form } from "./form.js";
import { handle } from "./handle.js";
import { Refusal, json, newest, told } from "./newest.js";
import { field as written } from "./numbers.js";
import { keys as stepByKeys, paint, position, rangeOf, value } from "./slider.js";
import { status } from "./status.js";
import { say } from "./words.js";

const CLOSE = 0.05;
/** Pictures that are late are still worth showing while a ring is dragged. */
const PATIENCE = 2000;
/** From so many milliseconds on, a reader is told that a picture is on its way. */
const LATE = 300;

/** @param {HTMLElement} figure */
export function mount(figure) {
  const panels = /** @type {HTMLElement[]} */ ([...figure.querySelectorAll(".panel")]);
  const read = /** @type {HTMLElement} */ (figure.querySelector(".read"));
  const errorLine = /** @type {HTMLElement} */ (figure.querySelector(".ferr"));
  const history = address(figure);
  const news = status(figure);
  /** @type {any} */
  let answer;
  let late = 0;

  const rings = panels.map((panel, i) =>
    [...panel.querySelectorAll(".handle")].map((element) => {
      const { moves = "" } = /** @type {HTMLElement} */ (element).dataset;
      return handle(/** @type {HTMLElement} */ (element), panel, (px, py, isFinal) => {
        const { x, y } = scales(i);
        const number = field(figure, moves);
        const point = [x.value(px), y.value(py)].map((v) => written(v));
        number.value = point.slice(0, number.value.split(",").length).join(",");
        change(isFinal);
      });
    }));

  /** The scales of a picture, in the pixels of the page. @param {number} i */
  function scales(i) {
    const drawn = panels[i].querySelector("svg")?.viewBox.baseVal.width ?? 1;
    const ratio = panels[i].clientWidth / drawn;
    const of = (/** @type {any} */ s) =>
      scale(s.low, s.high, s.from * ratio, s.to * ratio, s.logarithmic);
    return { x: of(answer.panels[i].x), y: of(answer.panels[i].y) };
  }

  function arrived() {
    clearTimeout(late);
    late = 0;
    if (news.kind() === "running") news.clear();
  }

  const asked = newest(json, (next) => {
    arrived();
    answer = next;
    errorLine.hidden = true;
    for (const wrong of figure.querySelectorAll("[aria-invalid]")) wrong.removeAttribute("aria-invalid");
    draw();
    news.say(answer.news);
  }, (error) => {
    arrived();
    const [first] = error instanceof Refusal ? error.errors : [];
    errorLine.textContent = told(error, say("The last picture is still here."));
    errorLine.hidden = false;
    if (first) field(figure, first.key)?.setAttribute("aria-invalid", "true");
  }, () => performance.now(), PATIENCE);

  function ask() {
    const query = new URLSearchParams();
    for (const element of form(figure).elements) {
      const { name, value: text } = /** @type {HTMLInputElement} */ (element);
      if (name.startsWith(`${figure.id}.`)) query.set(name.slice(figure.id.length + 1), text.trim());
    }
    query.set("width", String(Math.max(160, Math.round(panels[0].clientWidth))));
    query.set("alternative", figure.dataset.alternative ?? "");
    late ||= setTimeout(() => news.show("running", say("Computing")), LATE);
    asked.ask(`/api/exhibit/${figure.dataset.exhibit}?${query}`);
  }

  function draw() {
    answer.panels.forEach((/** @type {any} */ next, /** @type {number} */ i) => {
      const old = /** @type {SVGElement} */ (panels[i].querySelector("svg"));
      old.outerHTML = next.svg;
      const title = panels[i].previousElementSibling;
      if (title) title.textContent = next.title;
    });
    read.innerHTML = answer.readings;
    place();
    figure.dataset.drawn = String(performance.now());
  }

  /** Rings stand where the answer says; one that is held stays under the pointer. */
  function place() {
    if (!answer) return;
    answer.panels.forEach((/** @type {any} */ panel, /** @type {number} */ i) => {
      const { x, y } = scales(i);
      panel.handles.forEach((/** @type {any} */ at, /** @type {number} */ k) => {
        if (!rings[i][k].isHeld()) rings[i][k].place(x.at(at.x), y.at(at.y));
      });
    });
  }

  /** @param {boolean} isFinal */
  function change(isFinal) {
    news.clear();
    follow();
    ask();
    history.write(isFinal);
    age(figure);
  }

  const numberOf = (/** @type {Element} */ slider) =>
    /** @type {HTMLInputElement} */ (slider.closest(".coordinate")?.querySelector(".num"));

  /** Sliders stand where the fields say. */
  function follow() {
    for (const element of figure.querySelectorAll("[data-index]")) {
      const slider = /** @type {HTMLInputElement} */ (element);
      if (document.activeElement !== slider) {
        const number = Number(numberOf(slider).value.split(",")[Number(slider.dataset.index)]);
        slider.value = String(position(rangeOf(slider), number));
      }
      paint(slider);
    }
  }

  stepByKeys(figure);
  figure.addEventListener("input", (event) => {
    const slider = /** @type {HTMLInputElement} */ (event.target);
    if (slider.dataset.index === undefined) return;
    const number = numberOf(slider);
    const parts = number.value.split(",");
    parts[Number(slider.dataset.index)] = written(value(rangeOf(slider), Number(slider.value)));
    number.value = parts.join(",");
    change(false);
  });
  figure.addEventListener("change", () => change(true));
  const actions = {
    again(/** @type {Element} */ button) {
      const number = numberOf(button);
      number.value = String(Number(number.value) + 1);
      change(true);
    },
    reset() {
      fill(figure, new URLSearchParams());
      change(true);
    },
    ...common({ figure, news, history }),
  };

  press(figure, actions);
  figure.addEventListener("keydown", (event) => {
    const isTyping = /** @type {Element} */ (event.target).matches("input:not([type=range]), select");
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "f") actions.screen();
    if (event.key === "l") actions.link();
  });
  form(figure).addEventListener("submit", (event) => {
    // What is posted measures again and comes back to this page.
    if (!event.submitter?.hasAttribute("formaction")) event.preventDefault();
  });

  addEventListener("popstate", () => {
    fill(figure, new URLSearchParams(location.search));
    follow();
    ask();
    age(figure);
  });

  let width = 0;
  new ResizeObserver(() => {
    const now = panels[0].clientWidth;
    if (!answer || Math.abs(now - width) > CLOSE * width) ask();
    else place();
    width = now;
  }).observe(panels[0]);
  follow();
}
