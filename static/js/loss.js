// @ts-check
// takes a box on the page / draws loss against step, the future at 40 % / knows pixel ↔ step.
import { LARGEST, around, even, scale, step as tickStep, ticks } from "./axes.js";
import { layer } from "./canvas.js";
import { head, indexAt, stroke, write } from "./marks.js";
import { marginTick, tick } from "./numbers.js";
import { say } from "./words.js";

const [LEFT, RIGHT, TOP, BOTTOM] = [40, 14, 20, 38];

/** @param {HTMLElement} box */
export function lossView(box) {
  const sheet = layer(box, "curve");
  let x = scale(0, 1, LEFT, 100);

  /**
   * The smallest value that is subtracted, or NaN where a logarithm is impossible.
   * @param {number[]} values @param {number | undefined} known
   */
  function floorOf(values, known) {
    const least = Math.min(...values);
    if (least >= 0 && !((known ?? 0) > 0)) return 0;
    return known !== undefined && least >= known ? known : NaN;
  }

  /** @param {number[]} values @param {number} floor @param {boolean} log */
  function vertical(values, floor, log) {
    const bottom = sheet.height - BOTTOM;
    if (log) {
      const above = values.map((v) => v - floor).filter((v) => v > 0);
      return around(Math.min(...above), Math.max(...above), 18, bottom, TOP);
    }
    const least = Math.min(...values);
    const most = Math.max(...values);
    return even(least, most, bottom, TOP);
  }

  /** @param {import("./axes.js").Scale} y @param {string} title @param {any} p */
  function axes(y, title, p) {
    const c = sheet.context;
    const bottom = sheet.height - BOTTOM;
    const colour = p.colour("ink-3");
    const count = Math.max(3, Math.floor(bottom / (bottom < 160 ? 28 : y.log ? 45 : 60)));
    c.font = `12px ${p.sans}`;
    c.lineWidth = 1;
    c.strokeStyle = p.colour("line");
    c.beginPath();
    const levels = ticks(y, count);
    for (const level of levels) {
      const at = Math.round(y.at(level)) + 0.5;
      c.moveTo(LEFT, at);
      c.lineTo(sheet.width - RIGHT, at);
    }
    c.stroke();
    const size = tickStep(y.high - y.low, count);
    for (const level of levels) {
      const text = y.log ? marginTick(level) : tick(level, size);
      write(c, text, LEFT - 6, y.at(level) + 4, { colour, align: "right" });
    }
    const wide = Math.min(x.high, Math.max(2, Math.min(6, Math.floor(sheet.width / 60))));
    const steps = ticks(x, wide);
    c.strokeStyle = colour;
    c.beginPath();
    for (const k of steps) {
      c.moveTo(Math.round(x.at(k)) + 0.5, bottom);
      c.lineTo(Math.round(x.at(k)) + 0.5, bottom + 4);
    }
    c.stroke();
    for (const k of steps) {
      write(c, tick(k, tickStep(x.high, wide)), x.at(k), bottom + 17, { colour, align: "center" });
    }
    write(c, title, LEFT, 11, { colour: p.colour("ink-2") });
    write(c, say("step"), sheet.width - RIGHT, sheet.height - 4, { colour, align: "right" });
  }

  return {
    layers: [sheet],
    /** @param {any} scene @param {import("./canvas.js").Palette} p */
    draw(scene, p) {
      sheet.fit();
      sheet.clear();
      const values = scene.lines
        .flatMap((/** @type {any} */ line) => line.frames.value)
        .filter((/** @type {any} */ v) => v !== null && Math.abs(v) <= LARGEST);
      if (!values.length) return;
      const floor = floorOf(values, scene.floor);
      const log = scene.scale === "log" && values.some((/** @type {number} */ v) => v > floor);
      x = scale(0, Math.max(1, scene.steps), LEFT, sheet.width - RIGHT);
      const y = vertical(values, floor, log);
      const name = log && floor !== 0 ? "f − f*" : `${say("loss")} f`;
      axes(y, log ? `${name}, ${say("log scale")}` : name, p);
      const c = sheet.context;
      c.strokeStyle = p.colour("ink-3");
      c.lineWidth = 1;
      c.beginPath();
      c.moveTo(Math.round(x.at(scene.step)) + 0.5, TOP);
      c.lineTo(Math.round(x.at(scene.step)) + 0.5, sheet.height - BOTTOM);
      c.stroke();
      const least = y.low;
      for (const line of scene.lines) {
        const { step, value } = line.frames;
        const xs = step.map(x.at);
        const ys = value.map((/** @type {number | null} */ v) =>
          v === null ? NaN : y.at(log ? Math.max(v - floor, least) : v),
        );
        const now = indexAt(step, scene.step);
        const style = { colour: p.trace(line.trace), width: 2, dash: line.dash };
        stroke(c, xs, ys, now, xs.length - 1, { ...style, alpha: 0.4 });
        stroke(c, xs, ys, 0, now, style);
        head(c, line.head, xs[now], ys[now], style.colour, p.colour("halo"));
      }
    },
    stepAt: (/** @type {number} */ pixel) => Math.round(x.value(pixel)),
  };
}
