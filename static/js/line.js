// @ts-check
// takes a box on the page / draws the curve of a 1-D objective, the points of a run on it and the
// linear model at each / knows pixel ↔ point.
import { LARGEST, scale, step as tickStep, ticks } from "./axes.js";
import { layer, sizeOf } from "./canvas.js";
import { head, indexAt, stroke, write } from "./marks.js";
import { tick } from "./numbers.js";

const REACH = 70;

/** The interval of values that a curve needs, with room. @param {number[]} values */
export function room(values) {
  const finite = values.filter((v) => v !== null && Math.abs(v) <= LARGEST).sort((a, b) => a - b);
  if (!finite.length) return [-1, 1];
  const low = finite[0];
  const high = finite[Math.floor(0.98 * (finite.length - 1))];
  const air = 0.12 * Math.max(high - low, 1e-9 * Math.max(1, Math.abs(low)));
  return [low - 1.4 * air, high + air];
}

/** @param {HTMLElement} box */
export function lineView(box) {
  const sheet = layer(box, "line");
  /** @type {any} */
  let field;
  let x = scale(0, 1, 0, 1);
  let y = scale(0, 1, 1, 0);

  const across = () => ticks(x, 7).filter((value) => x.at(value) >= 16 && x.at(value) <= sheet.width - 16);
  const up = () => ticks(y, 6).filter((value) => y.at(value) >= 16 && y.at(value) <= sheet.height - 30);

  /** @param {any} p */
  function grid(p) {
    const c = sheet.context;
    c.lineWidth = 1;
    c.strokeStyle = p.colour("line");
    c.beginPath();
    for (const value of up()) {
      const at = Math.round(y.at(value)) + 0.5;
      c.moveTo(0, at);
      c.lineTo(sheet.width, at);
    }
    c.stroke();
    c.strokeStyle = p.colour("ink-3");
    c.beginPath();
    for (const value of across()) {
      c.moveTo(x.at(value), sheet.height);
      c.lineTo(x.at(value), sheet.height - 5);
    }
    c.stroke();
  }

  /** Above the curve, which may pass there. @param {any} p */
  function labels(p) {
    const c = sheet.context;
    c.font = `12px ${p.sans}`;
    const style = { colour: p.colour("ink-3"), halo: p.colour("paper") };
    const stepX = tickStep(x.high - x.low, 7);
    const stepY = tickStep(y.high - y.low, 6);
    for (const value of up()) write(c, tick(value, stepY), 8, y.at(value) - 4, style);
    for (const value of across()) {
      write(c, tick(value, stepX), x.at(value), sheet.height - 9, { ...style, align: "center" });
    }
  }

  /** The linear model at a point: a piece of the tangent. */
  function tangent(/** @type {any} */ line, /** @type {number} */ i, /** @type {string} */ colour, isNow = false) {
    const [px, py] = [line.xs[i], line.ys[i]];
    const perX = (x.to - x.from) / (x.high - x.low);
    const perY = (y.from - y.to) / (y.high - y.low);
    const slope = (-line.gradient[0][i] * perY) / perX;
    const across = REACH / Math.hypot(1, slope);
    const xs = [px - across, px + across];
    const ys = [py - across * slope, py + across * slope];
    stroke(sheet.context, xs, ys, 0, 1, { colour, width: isNow ? 2 : 1, alpha: isNow ? 1 : 0.35 });
  }

  return {
    layers: [sheet],
    size: () => sizeOf(box),
    /** @param {any} next */
    show(next) {
      field = next;
      sheet.fit();
      const [low, high] = field.range_y ?? room(field.value);
      x = scale(field.box[0], field.box[1], 0, sheet.width);
      y = scale(low, high, sheet.height, 0);
    },
    /** @param {any} frames */
    pixelsOf(frames) {
      const nan = (/** @type {number | null} */ v) => (v === null ? NaN : v);
      return {
        xs: Float64Array.from(frames.x[0], (v) => x.at(nan(v))),
        ys: Float64Array.from(frames.value, (v) => y.at(nan(v))),
      };
    },
    /** @param {any} scene @param {any} p */
    draw(scene, p) {
      if (!field) return;
      sheet.fit();
      const c = sheet.context;
      c.fillStyle = p.colour("paper");
      c.fillRect(0, 0, sheet.width, sheet.height);
      grid(p);
      const curve = field.value.map((/** @type {any} */ v) => (v === null ? NaN : y.at(v)));
      const xs = field.x.map(x.at);
      stroke(c, xs, curve, 0, xs.length - 1, { colour: p.colour("ink-2"), width: 1.75 });
      labels(p);
      const isAlone = scene.lines.length === 1;
      for (const line of scene.lines) {
        const now = indexAt(line.frames.step, scene.step);
        const colour = p.trace(line.trace);
        for (let i = Math.max(0, now - 30); isAlone && line.gradient && i <= now; i++) tangent(line, i, colour, i === now);
        stroke(c, line.xs, line.ys, 0, now, { colour: p.colour("halo"), width: 4.5, alpha: 0.8 });
        stroke(c, line.xs, line.ys, 0, now, { colour, width: 1.5, dash: line.dash });
        c.fillStyle = colour;
        for (let i = 0; i < now; i++) {
          c.beginPath();
          c.arc(line.xs[i], line.ys[i], 3, 0, 7);
          c.fill();
        }
        head(c, line.head, line.xs[now], line.ys[now], colour, p.colour("halo"));
      }
    },
    place(/** @type {number[]} */ [a]) {
      const at = field.x.reduce((/** @type {number} */ best, /** @type {number} */ v, /** @type {number} */ i) => (Math.abs(v - a) < Math.abs(field.x[best] - a) ? i : best), 0);
      return [x.at(a), y.at(field.value[at] ?? 0)];
    },
    point: (/** @type {number} */ px) => [x.value(px)],
    perPixel: () => (x.high - x.low) / (x.to - x.from),
    /** Scales for what else is drawn on the same sheet. */
    scales: () => ({ x, y, sheet }),
  };
}
