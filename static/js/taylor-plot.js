// @ts-check
// takes a box on the page and a kind / draws f, T₁ and T₂ as curves, as errors against the
// distance, or as surfaces.
import { scale, step as tickStep, ticks } from "./axes.js";
import { layer } from "./canvas.js";
import { stroke, write } from "./marks.js";
import { logarithmicTick, significant, tick } from "./numbers.js";
import { fitted, projection } from "./surface.js";
import { say } from "./words.js";

const FIRST = { token: "optimizer-adam", dash: [4, 3] };
const SECOND = { token: "optimizer-momentum", dash: [10, 4] };
const TINTS = 16;

/** @param {HTMLElement} box @param {string} kind */
export function taylorPlot(box, kind) {
  const sheet = layer(box, "turns");
  const c = sheet.context;
  let x = scale(0, 1, 0, 1);
  let y = scale(0, 1, 1, 0);
  let turn = (-35 * Math.PI) / 180;
  let tilt = (38 * Math.PI) / 180;

  /** @param {any} p */
  function grid(p, bottom = sheet.height) {
    const colour = p.colour("ink-3");
    c.font = `12px ${p.sans}`;
    c.lineWidth = 1;
    c.strokeStyle = p.colour("line");
    for (const value of ticks(y, 8)) {
      const at = Math.round(y.at(value)) + 0.5;
      c.beginPath();
      c.moveTo(x.from, at);
      c.lineTo(x.to, at);
      c.stroke();
      const text = y.log ? logarithmicTick(value) : tick(value, tickStep(y.high - y.low, 8));
      if (at > 16 && at < bottom - 20) write(c, text, 8, at - 4, { colour });
    }
    for (const value of ticks(x, 7)) {
      const at = x.at(value);
      const text = x.log ? logarithmicTick(value) : tick(value, tickStep(x.high - x.low, 7));
      if (at > 12 && at < sheet.width - 12) {
        write(c, text, at, sheet.height - 9, { colour, align: "center" });
      }
    }
  }

  /** @param {any} answer @param {any} state @param {any} p */
  function curves(answer, state, p) {
    const [x0, x1, y0, y1] = answer.over.box;
    x = scale(x0, x1, 0, sheet.width);
    y = scale(y0, y1, sheet.height, 0);
    grid(p);
    const n = answer.over.columns;
    const xs = Array.from({ length: n }, (_, i) => (sheet.width * i) / (n - 1));
    const line = (/** @type {number[]} */ values, /** @type {any} */ style) =>
      stroke(c, xs, values.map((v) => (v === null ? NaN : y.at(v))), 0, n - 1, style);
    line(answer.over.f, { colour: p.colour("ink"), width: 2 });
    line(answer.over.first, { colour: p.colour(FIRST.token), width: 2, dash: FIRST.dash });
    line(answer.over.second, { colour: p.colour(SECOND.token), width: 2, dash: SECOND.dash });
    const at = x.at(state.probe[0]);
    stroke(c, [at, at], [0, sheet.height], 0, 1, { colour: p.colour("ink-3"), width: 1 });
    for (const [key, token] of [["first", FIRST.token], ["second", SECOND.token], ["f", "ink"]]) {
      dot(at, y.at(answer[key][0]), p.colour(token), p);
    }
  }

  function dot(/** @type {number} */ px, /** @type {number} */ py, /** @type {string} */ colour, /** @type {any} */ p) {
    if (!Number.isFinite(px + py)) return;
    c.beginPath();
    c.arc(px, py, 5, 0, 7);
    c.fillStyle = colour;
    c.strokeStyle = p.colour("halo");
    c.lineWidth = 2;
    c.fill();
    c.stroke();
  }

  /** @param {any} answer @param {any} p */
  function errors(answer, p) {
    x = scale(1e-6, 1, 44, sheet.width - 14, true);
    y = scale(1e-16, 100, sheet.height - 30, 24, true);
    grid(p);
    const { distance, first, second, slopes } = answer.errors;
    const xs = distance.map(x.at);
    for (const [values, { token, dash }] of [[first, FIRST], [second, SECOND]]) {
      const ys = values.map((/** @type {number} */ v) => y.at(Math.max(v, 1e-16)));
      stroke(c, xs, ys, 0, xs.length - 1, { colour: p.colour(token), width: 2, dash });
    }
    const colour = p.colour("ink-2");
    write(c, say("error"), 44, 14, { colour });
    write(c, say("distance"), sheet.width - 14, sheet.height - 26, { colour, align: "right" });
    slopes.forEach((/** @type {number | null} */ slope, /** @type {number} */ i) => {
      if (slope === null) return;
      const k = distance.findIndex((/** @type {number} */ h) => h >= 0.009);
      const above = i === 0;
      const at = y.at(Math.max((above ? first : second)[k], 1e-16));
      write(c, `slope ${significant(slope)}`, x.at(distance[k]) + (above ? -10 : 12), at + (above ? -8 : 16), {
        colour: p.colour(above ? FIRST.token : SECOND.token),
        halo: p.colour("halo"),
        align: above ? "right" : "left",
      });
    });
  }

  /** @param {any} answer @param {any} state @param {any} p */
  function surfaces(answer, state, p) {
    const { f, first, second, columns: n, box: [x0, x1, y0, y1] } = answer.over;
    const finite = f.filter((/** @type {any} */ v) => v !== null);
    const low = Math.min(...finite);
    const high = Math.max(low + 1e-9, ...finite);
    const unit = (/** @type {number} */ z) => (2 * (z - low)) / (high - low) - 1;
    const put = (/** @type {any} */ to, /** @type {number[]} */ values, /** @type {number} */ k) =>
      to((2 * (k % n)) / (n - 1) - 1, (2 * Math.floor(k / n)) / (n - 1) - 1, unit(values[k]));
    const room = 0.3 * (high - low);
    const inside = (/** @type {number} */ z) => z !== null && z > low - room && z < high + room;
    const pieces = [];
    const layers = kind === "quadric" ? [[f, null], [second, SECOND]] : [[f, null], [first, FIRST], [second, SECOND]];
    const all = (/** @type {any} */ to) =>
      layers.flatMap(([values]) => values.flatMap((/** @type {number} */ z, /** @type {number} */ k) => (inside(z) ? [put(to, values, k)] : [])));
    const project = fitted(projection(turn, tilt, sheet.width, sheet.height), all, sheet);
    const place = (/** @type {number[]} */ values, /** @type {number} */ k) => put(project, values, k);
    for (const [values, style] of layers) {
      for (let j = 0; j + 1 < n; j++) {
        for (let i = 0; i + 1 < n; i++) {
          const corners = [j * n + i, j * n + i + 1, (j + 1) * n + i + 1, (j + 1) * n + i];
          if (!corners.every((k) => inside(values[k]))) continue;
          const points = corners.map((k) => place(values, k));
          const mean = corners.reduce((sum, k) => sum + values[k] / 4, 0);
          pieces.push({ points, mean, style, i, j, depth: points[0][2] + points[2][2] });
        }
      }
    }
    pieces.sort((a, b) => a.depth - b.depth);
    const tints = Array.from({ length: TINTS + 1 }, (_, i) => p.tint(i / TINTS));
    for (const { points, mean, style, i, j } of pieces) {
      c.beginPath();
      for (const [px, py] of points) c.lineTo(px, py);
      c.closePath();
      c.lineWidth = 0.5;
      c.fillStyle = style ? p.colour(style.token) : tints[Math.round((TINTS * (mean - low)) / (high - low))] ?? tints[TINTS];
      c.globalAlpha = style ? 0.16 : 1;
      c.fill();
      if (style) net(points, i, j, p.colour(style.token));
      else {
        c.strokeStyle = p.colour("map-line");
        c.globalAlpha = 0.3;
        c.stroke();
      }
    }
    c.globalAlpha = 1;
    const over = (/** @type {number[]} */ [a, b], /** @type {number} */ z) =>
      project((2 * (a - x0)) / (x1 - x0) - 1, (2 * (b - y0)) / (y1 - y0) - 1, unit(z));
    const dots = kind === "quadric" ? [["f", "ink"]] : [["first", FIRST.token], ["second", SECOND.token], ["f", "ink"]];
    for (const [key, token] of dots) {
      const [px, py] = over(state.probe, answer[key][0]);
      dot(px, py, p.colour(token), p);
    }
  }

  /** Every fourth line of a polynomial's net. @param {number[][]} points */
  function net(points, /** @type {number} */ i, /** @type {number} */ j, /** @type {string} */ colour) {
    c.strokeStyle = colour;
    c.lineWidth = 1;
    c.globalAlpha = 0.8;
    c.beginPath();
    for (const [isLine, end] of [[i % 4 === 0, 3], [j % 4 === 0, 1]]) {
      if (!isLine) continue;
      c.moveTo(points[0][0], points[0][1]);
      c.lineTo(points[Number(end)][0], points[Number(end)][1]);
    }
    c.stroke();
  }

  return {
    /** @param {any} answer @param {any} state @param {any} p */
    draw(answer, state, p) {
      sheet.fit();
      sheet.clear();
      if (kind === "curve") curves(answer, state, p);
      else if (kind === "error") errors(answer, p);
      else surfaces(answer, state, p);
    },
    valueAt: (/** @type {number} */ px) => x.value(px),
    /** Where a handle stands: the expansion point on the curve, the probe at the foot. @returns {[number, number]} */
    place(/** @type {any} */ answer, /** @type {number} */ at, /** @type {string} */ key) {
      const k = Math.round(((at - x.low) / (x.high - x.low)) * (answer.over.columns - 1));
      const v = answer.over.f[Math.max(0, Math.min(answer.over.columns - 1, k))];
      return [x.at(at), key === "probe" ? sheet.height - 36 : y.at(v ?? 0)];
    },
    turn(/** @type {number} */ dx, /** @type {number} */ dy) {
      turn += 0.01 * dx;
      tilt = Math.min(1.5, Math.max(0.05, tilt + 0.01 * dy));
    },
  };
}
