// @ts-check
// takes a mounted figure.train / trains it as a stream that can be paused, edited and stopped.
import { accept } from "./fields.js";
import { field, form, rows } from "./form.js";
import { Offline, Refusal, arrived, told } from "./newest.js";
import { whole } from "./numbers.js";
import { append, listen } from "./stream.js";
import { entrantsOf, trainQuery, wireKeys } from "./train-form.js";
import { say } from "./words.js";

/** @param {any} self */
export function live(self) {
  const { figure, news } = self;
  const bar = /** @type {HTMLProgressElement} */ (figure.querySelector(".bar"));
  const pace = /** @type {HTMLElement} */ (figure.querySelector(".pace"));
  const play = /** @type {HTMLButtonElement} */ (figure.querySelector(".play"));
  const halt = /** @type {HTMLButtonElement} */ (figure.querySelector(".cancel"));
  /** @type {{ control: AbortController, name: string, run: any, paused: boolean, edits: boolean } | undefined} */
  let now;

  function paint() {
    const runs = Boolean(now && !now.paused);
    play.classList.toggle("playing", runs);
    play.title = runs ? say("Pause") : now ? say("Go on") : say("Train");
    play.setAttribute("aria-label", play.title);
    halt.disabled = !now;
  }

  /** @param {boolean} edits whether what is moved meanwhile is an edit, or else begins anew */
  async function start(edits) {
    const query = trainQuery(figure);
    self.begin(query);
    const traces = entrantsOf(figure);
    if (!traces.length) {
      news.show("stopped", say("No optimizer is on."), say("Switch one on below."));
      return;
    }
    const run = { traces, entrants: traces.map(() => ({ frames: {} })), most: Number(query.get("steps")) };
    const mine = { control: new AbortController(), name: random(), run, paused: false, edits };
    now = mine;
    query.set("stream", mine.name);
    for (const input of parameters()) input.dataset.begun = input.dataset.good ?? input.value;
    news.clear();
    paint();
    try {
      for await (const { event, data } of listen(`/api/train?${query}`, mine.control.signal)) {
        heard(mine, event, data);
      }
    } catch (error) {
      if (now === mine) {
        end();
        self.refuse(error);
      }
    }
    if (now === mine) {
      end();
      self.report(true);
    }
  }

  /** @param {NonNullable<typeof now>} mine @param {string} event @param {any} data */
  function heard(mine, event, data) {
    if (now !== mine) return;
    append(mine.run, { entrants: data.entrants });
    if (event !== "frames") return;
    data.edits.forEach(note);
    progress(data.progress);
    self.show(mine.run);
  }

  /** @param {any} at */
  function progress(at) {
    bar.max = at.steps;
    bar.value = at.step;
    const left = at.left === null ? "" : `, ${say("{0} s left", at.left < 1 ? "< 1" : Math.ceil(at.left))}`;
    const speed = at.samples_per_second === null ? "" : say("{0} examples/s", whole(Number(at.samples_per_second.toPrecision(2))));
    pace.textContent = at.paused ? say("Paused") : at.step >= at.steps ? speed : speed + left;
    news.say(say("step {0} of {1}", at.step, at.steps));
  }

  /** The fields of the optimizers. @returns {HTMLInputElement[]} */
  function parameters() {
    return [...form(figure).elements].map((e) => /** @type {HTMLInputElement} */ (e))
      .filter((input) => input.name && input.closest(".orow") && input.type !== "checkbox");
  }

  /** Lists an edit at the step at which the server made it. @param {string} wire */
  function note(wire) {
    const [, step, key, name, value] = /^(\d+):([^.]+)\.([^=]+)=(.*)$/.exec(wire) ?? [];
    const mine = [...wireKeys(figure)].find(([, onWire]) => onWire === key)?.[0] ?? key;
    const title = rows(figure).find((row) => row.dataset.key === mine)?.dataset.title ?? mine;
    const label = field(figure, `${mine}.${name}`)?.dataset.label ?? name.replaceAll("_", " ");
    const item = document.createElement("li");
    const words = document.createElement("span");
    words.textContent = say("From step {0}: {1}, {2} {3}", step, title, label, value);
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", className: "edit", name: `${figure.id}.edit`, value: `${step}:${mine}.${name}=${value}` });
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "btn quiet" });
    button.dataset.do = "unedit";
    button.textContent = say("Remove");
    item.append(words, input, button);
    figure.querySelector(".edits")?.append(item);
    self.remember(true);
  }

  /** What was moved on the way stands in the list; then the fields say how it began. */
  function end() {
    const edits = now?.edits;
    now?.control.abort();
    now = undefined;
    for (const input of parameters()) {
      const { begun } = input.dataset;
      delete input.dataset.begun;
      if (!edits || begun === undefined) continue;
      input.value = begun;
      accept(input, news);
    }
    paint();
  }

  /** @param {Record<string, string>} words */
  async function tell(words) {
    if (!now) return;
    const body = new URLSearchParams(words);
    try {
      const answer = await arrived(fetch(`/api/train/${now.name}`, { method: "POST", body }));
      if (!answer.ok) throw new Refusal(await answer.json());
    } catch (error) {
      news.show(error instanceof Offline ? "offline" : "bad", told(error));
    }
  }

  return {
    start,
    takesEdits: () => Boolean(now?.edits),
    toggle() {
      if (!now) {
        start(true);
        return;
      }
      now.edits = true;
      now.paused = !now.paused;
      tell({ pause: now.paused ? "1" : "0" });
      paint();
    },
    /** Gives up without a word. */
    cancel() {
      if (now) end();
    },
    /** Ends what goes on; the curves stay. */
    halt() {
      if (!now) return;
      end();
      pace.textContent = "";
      const step = figure.querySelector(".now")?.textContent;
      news.show("stopped", say("Stopped at step {0}.", step), say("What was computed is kept."), { words: say("Train again"), act: () => start(true) });
    },
    /** A field of an optimizer was moved. @param {HTMLInputElement} input */
    edit(input) {
      const row = /** @type {HTMLElement} */ (input.closest(".orow"));
      const key = row.dataset.key ?? "";
      const onWire = wireKeys(figure).get(key);
      const name = input.name.slice(`${figure.id}.${key}.`.length);
      if (onWire) tell({ edit: `${onWire}.${name}=${input.value.trim()}` });
    },
  };
}

/** A name that nobody guesses, also where a page is not served securely. */
function random() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
