// @ts-check
// takes a box on the page / draws lines over one axis, either side linear or logarithmic.
import { around, even, scale, step as tickStep, ticks } from "./axes.js";
import { layer } from "./canvas.js";
import { head, stroke, write } from "./marks.js";
import { logarithmicTick, marginTick, tick } from "./numbers.js";

const [LEFT, RIGHT, TOP, BOTTOM] = [46, 24, 40, 38];
const MOST_DECADES = 12;

/**
 * @typedef {{ xs: number[], ys: (number | null)[], trace: string, dash: number[], head: Path2D }} Curve
 * @typedef {{ curves: Curve[], title: string, under: string, logX: boolean, logY: boolean, most: number }} Graph
 */

/** @param {HTMLElement} box */
export function curvesView(box) {
  const sheet = layer(box, "curve");

  /** @param {Graph} graph */
  function across({ curves, logX, most }) {
    const right = sheet.width - RIGHT;
    const far = Math.max(most, ...curves.map((curve) => curve.xs.at(-1) ?? 0)) || 1;
    if (!logX) return scale(0, far, LEFT, right);
    const positive = curves.flatMap((curve) => curve.xs.filter((x) => x > 0));
    return scale(Math.min(far / 10, ...positive), far, LEFT, right, true);
  }

  /** @param {Graph} graph */
  function upwards({ curves, logY }) {
    const bottom = sheet.height - BOTTOM;
    const values = curves.flatMap((curve) =>
      /** @type {number[]} */ (curve.ys.filter((v) => v !== null && (!logY || v > 0))));
    const [least, most] = values.length ? [Math.min(...values), Math.max(...values)] : [0.1, 1];
    if (logY) return around(least, most, MOST_DECADES, bottom, TOP);
    return even(least, most, bottom, TOP);
  }

  /** @param {import("./axes.js").Scale} x @param {import("./axes.js").Scale} y @param {Graph} graph @param {any} p */
  function axes(x, y, graph, p) {
    const c = sheet.context;
    const bottom = sheet.height - BOTTOM;
    const colour = p.colour("ink-3");
    c.font = `12px ${p.sans}`;
    c.lineWidth = 1;
    const rows = Math.max(3, Math.floor((bottom - TOP) / 45));
    for (const level of ticks(y, rows)) {
      const at = Math.round(y.at(level)) + 0.5;
      line(c, p.colour("line"), LEFT, at, sheet.width - RIGHT, at);
      write(c, y.log ? marginTick(level) : tick(level, tickStep(y.high - y.low, rows)), LEFT - 6, at + 4, { colour, align: "right" });
    }
    const columns = Math.max(2, Math.min(6, Math.floor(sheet.width / 70)));
    for (const k of ticks(x, columns)) {
      const at = Math.round(x.at(k)) + 0.5;
      line(c, colour, at, bottom, at, bottom + 4);
      write(c, x.log ? logarithmicTick(k) : tick(k, tickStep(x.high - x.low, columns)), at, bottom + 17, { colour, align: "center" });
    }
    write(c, graph.title, LEFT, TOP - 8, { colour: p.colour("ink-2") });
    write(c, graph.under, sheet.width - RIGHT, sheet.height - 4, { colour, align: "right" });
  }

  return {
    layers: [sheet],
    /** @param {Graph} graph @param {import("./canvas.js").Palette} p */
    draw(graph, p) {
      sheet.fit();
      sheet.clear();
      const x = across(graph);
      const y = upwards(graph);
      axes(x, y, graph, p);
      for (const curve of graph.curves) {
        const xs = curve.xs.map((v) => (graph.logX && v <= 0 ? NaN : x.at(v)));
        const ys = curve.ys.map((v) => (v === null ? NaN : y.at(graph.logY ? Math.max(v, y.low) : v)));
        const colour = p.trace(curve.trace);
        stroke(sheet.context, xs, ys, 0, xs.length - 1, { colour, width: 2, dash: curve.dash });
        head(sheet.context, curve.head, xs.at(-1) ?? NaN, ys.at(-1) ?? NaN, colour, p.colour("halo"));
      }
    },
  };
}

/**
 * @param {CanvasRenderingContext2D} c @param {string} colour
 * @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1
 */
function line(c, colour, x0, y0, x1, y1) {
  c.strokeStyle = colour;
  c.beginPath();
  c.moveTo(x0, y0);
  c.lineTo(x1, y1);
  c.stroke();
}
