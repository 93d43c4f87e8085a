// @ts-check
// takes where a figure says how it was computed / writes there what its devices took.
import { significant } from "./numbers.js";
import { say } from "./words.js";

/** @typedef {{ device: string, note: string, milliseconds: number }} Computed */

/**
 * Several runs as one, a note with the names that it is about.
 * @param {Computed[]} parts @param {string[]} names @returns {Computed}
 */
export function together(parts, names) {
  const notes = [...new Set(parts.map((part) => part.note).filter(Boolean))].map((note) => {
    const about = names.filter((_, i) => parts[i].note === note);
    return about.length < parts.length ? `${about.join(", ")}: ${note}` : note;
  });
  const milliseconds = parts.reduce((sum, part) => sum + part.milliseconds, 0);
  return { device: parts[0].device, note: notes.join(" "), milliseconds };
}

/** @param {HTMLElement} line */
export function computed(line) {
  /** What the last run took on each device on which the same was asked for. @type {Map<string, number>} */
  const times = new Map();
  let asked = "";

  return {
    /** @param {string} query of what is computed next */
    ask(query) {
      const next = query.replace(/&(device|precision|stream)=[^&]*/g, "");
      if (next !== asked) times.clear();
      asked = next;
    },
    /** @param {Computed} last */
    heard({ device, note, milliseconds }) {
      if (!note) times.set(device, milliseconds);
    },
    /** "Computed on cpu in 31 ms, on opencl:0 in 6.3 ms", or why not there. @param {Computed} last */
    say({ device, note }) {
      const each = [...times].map(([place, time]) => say("on {0} in {1} ms", place, significant(time)));
      line.textContent = note || (times.size < 2 && device === "cpu" ? "" : say("Computed {0}", each.join(", ")));
    },
  };
}
