// @ts-check
// takes a box on the page / draws the contour map below and the paths above / knows pixel ↔ point.
import { scale } from "./axes.js";
import { layer } from "./canvas.js";
import { arrow, head, indexAt, stroke, write } from "./marks.js";
import { say } from "./words.js";

const DOTS_APART = 9;
const ARROW = 24;
const CARRIED = 40;
const HALF = 8;

/** @param {HTMLElement} box */
export function mapView(box) {
  const above = layer(box, "above");
  const below = layer(box, "below");
  /** @type {any} */
  let field;
  let x = scale(-1, 1, 0, 1);
  let y = scale(-1, 1, 1, 0);

  /** @param {import("./canvas.js").Palette} p */
  function background(p) {
    below.fit();
    const c = below.context;
    c.fillStyle = p.tint(0);
    c.fillRect(0, 0, below.width, below.height);
    c.strokeStyle = p.colour("map-line");
    for (const band of field.bands) {
      const shape = new Path2D(band.path);
      c.globalAlpha = 1;
      c.fillStyle = p.tint(band.tint);
      c.fill(shape, "evenodd");
      c.globalAlpha = band.strong ? 0.55 : 0.22;
      c.lineWidth = band.strong ? 1.1 : 0.75;
      c.stroke(shape);
    }
    c.globalAlpha = 1;
    if (field.undefined) {
      c.fillStyle = p.colour("void");
      c.fill(new Path2D(field.undefined), "evenodd");
    }
    axes(c, p);
  }

  /** @param {CanvasRenderingContext2D} c @param {import("./canvas.js").Palette} p */
  function axes(c, p) {
    c.font = `12px ${p.sans}`;
    c.strokeStyle = p.colour("ink-3");
    c.lineWidth = 1;
    c.beginPath();
    for (const { at } of field.x_ticks) {
      c.moveTo(at, below.height);
      c.lineTo(at, below.height - 5);
    }
    for (const { at } of field.y_ticks) {
      c.moveTo(0, at);
      c.lineTo(5, at);
    }
    c.stroke();
    const colour = p.colour("ink-2");
    for (const { at, text } of field.x_ticks) {
      write(c, text, at, below.height - 9, { colour, align: "center" });
    }
    for (const { at, text } of field.y_ticks) write(c, text, 9, at + 4, { colour });
  }

  /** Each label at its first place that no path crosses. */
  function labels(/** @type {any} */ scene, /** @type {any} */ p) {
    const c = above.context;
    c.font = `12px ${p.sans}`;
    for (const band of field.bands) {
      const place = band.labels.find((/** @type {any} */ label) =>
        scene.lines.every((/** @type {any} */ line) => isFree(line, label)),
      );
      if (!place) continue;
      c.save();
      c.translate(place.x, place.y);
      c.rotate(place.angle);
      write(c, place.text, 0, 4, {
        colour: p.colour("map-line"),
        halo: p.tint(band.tint),
        align: "center",
        casing: 5,
      });
      c.restore();
    }
  }

  /** @param {any} line @param {any} label */
  function isFree(line, label) {
    for (let i = 0; i < line.xs.length; i++) {
      if (Math.hypot(line.xs[i] - label.x, line.ys[i] - label.y) < 22) return false;
    }
    return true;
  }

  /** @param {any} scene @param {any} p */
  function marks(scene, p) {
    const c = above.context;
    c.strokeStyle = p.colour("ink");
    c.lineWidth = 1.5;
    c.beginPath();
    for (const [a, b] of field.minima) {
      const [px, py] = [x.at(a), y.at(b)];
      c.moveTo(px - 6, py);
      c.lineTo(px + 6, py);
      c.moveTo(px, py - 6);
      c.lineTo(px, py + 6);
    }
    for (const [a, b] of field.saddles) {
      const [px, py] = [x.at(a), y.at(b)];
      c.moveTo(px - 4.5, py - 4.5);
      c.lineTo(px + 4.5, py + 4.5);
      c.moveTo(px + 4.5, py - 4.5);
      c.lineTo(px - 4.5, py + 4.5);
    }
    c.stroke();
    if (field.minima.length === 1) {
      const [px, py] = [x.at(field.minima[0][0]), y.at(field.minima[0][1])];
      const isLeft = px > 90;
      const style = { colour: p.colour("ink-2"), halo: p.colour("halo") };
      write(c, say("minimum"), px + (isLeft ? -14 : 14), py - 7, { ...style, align: isLeft ? "right" : "left" });
    }
    const [sx, sy] = scene.start;
    const isRight = x.at(sx) < above.width - 60;
    write(c, say("start"), x.at(sx) + (isRight ? 15 : -15), y.at(sy) + 4, {
      colour: p.colour("ink-2"),
      halo: p.colour("halo"),
      align: isRight ? "left" : "right",
    });
  }

  /** The way so far, cased, and faintly what is still to come. */
  function path(/** @type {any} */ line, /** @type {any} */ scene, /** @type {any} */ p) {
    const c = above.context;
    const { xs, ys } = line;
    const now = indexAt(line.frames.step, scene.step);
    const colour = p.trace(line.trace);
    const halo = p.colour("halo");
    stroke(c, xs, ys, now, xs.length - 1, { colour, width: 1.25, alpha: 0.4 });
    stroke(c, xs, ys, 0, now, { colour: halo, width: 4.5, alpha: 0.8 });
    stroke(c, xs, ys, 0, now, { colour, width: 2, dash: line.dash });
    c.fillStyle = colour;
    c.beginPath();
    for (let i = 1; i <= now; i++) {
      if (Math.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1]) >= DOTS_APART) {
        c.moveTo(xs[i] + 2.25, ys[i]);
        c.arc(xs[i], ys[i], 2.25, 0, 7);
      }
    }
    c.fill();
  }

  /** Head and arrows stand above all paths: thin the negative gradient, thick the next step. */
  function tip(/** @type {any} */ line, /** @type {any} */ scene, /** @type {any} */ p) {
    const c = above.context;
    const { xs, ys } = line;
    const now = indexAt(line.frames.step, scene.step);
    const colour = p.trace(line.trace);
    if (scene.show !== "arrows" && scene.show !== "path") carried(line, scene.show, now, p);
    const hasArrows = scene.show === "arrows" || scene.show === "all";
    if (hasArrows && line.gradient) {
      const [gx, gy] = [line.gradient[0][now], line.gradient[1][now]];
      const style = { colour: p.colour("ink-2"), width: 1.25, least: ARROW, scaled: false };
      arrow(c, xs[now], ys[now], -gx * pixels().x, gy * pixels().y, style);
    }
    if (hasArrows && now + 1 < xs.length) {
      const style = { colour, width: 2.5, least: ARROW, scaled: true };
      arrow(c, xs[now], ys[now], xs[now + 1] - xs[now], ys[now + 1] - ys[now], style);
    }
    head(c, line.head, xs[now], ys[now], colour, p.colour("halo"));
  }

  /** What an optimizer remembers: directions as long arrows, sizes as a box around the head. */
  function carried(/** @type {any} */ line, /** @type {string} */ show, /** @type {number} */ now, /** @type {any} */ p) {
    const c = above.context;
    const [px, py] = [line.xs[now], line.ys[now]];
    const colour = p.trace(line.trace);
    for (const { kind, remembered, columns } of line.state ?? []) {
      const [a, b] = columns.map((/** @type {any[]} */ column) => column[now]);
      if (!remembered || a === null || b === null || !Number.isFinite(px + py)) continue;
      if (kind === "vector" && show !== "squares") {
        c.globalAlpha = 0.65;
        arrow(c, px, py, -a * pixels().x, b * pixels().y, { colour, width: 1.75, least: CARRIED, scaled: false });
        c.globalAlpha = 1;
      }
      if (kind === "size" && show !== "momentum") {
        const most = Math.max(...columns.flat().filter((/** @type {any} */ v) => v !== null));
        const [w, h] = [a, b].map((v) => HALF + CARRIED * Math.sqrt(Math.max(0, v) / most || 0));
        c.strokeStyle = colour;
        c.lineWidth = 1.25;
        c.strokeRect(px - w, py - h, 2 * w, 2 * h);
        c.globalAlpha = 0.12;
        c.fillStyle = colour;
        c.fillRect(px - w, py - h, 2 * w, 2 * h);
        c.globalAlpha = 1;
      }
    }
  }

  const pixels = () => ({
    x: (x.to - x.from) / (x.high - x.low),
    y: (y.from - y.to) / (y.high - y.low),
  });

  return {
    size: () => ({ width: Math.round(box.clientWidth), height: Math.round(box.clientHeight) }),
    /** @param {any} next @param {import("./canvas.js").Palette} p */
    show(next, p) {
      field = next;
      x = scale(field.box[0], field.box[1], 0, field.width);
      y = scale(field.box[2], field.box[3], field.height, 0);
      background(p);
    },
    /** Columns of points as pixels. @param {any} frames */
    pixelsOf(frames) {
      return {
        xs: Float64Array.from(frames.x[0], (v) => (v === null ? NaN : x.at(v))),
        ys: Float64Array.from(frames.x[1], (v) => (v === null ? NaN : y.at(v))),
      };
    },
    /** @param {any} scene @param {import("./canvas.js").Palette} p */
    draw(scene, p) {
      if (!field) return;
      above.fit();
      above.clear();
      labels(scene, p);
      marks(scene, p);
      for (const line of scene.lines) path(line, scene, p);
      for (const line of scene.lines) tip(line, scene, p);
    },
    place: (/** @type {number[]} */ [a, b]) => [x.at(a), y.at(b)],
    point: (/** @type {number} */ px, /** @type {number} */ py) => [x.value(px), y.value(py)],
    perPixel: () => 1 / pixels().x,
    layers: [below, above],
  };
}
