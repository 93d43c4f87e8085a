// @ts-check
// takes a box on the page / draws the contour map below and the paths above / knows pixel ↔ point.
import { scale } from "./axes.js";
import { ABOVE, RIGHT, around, beside } from "./beside.js";
import { layer, paper, sizeOf } from "./canvas.js";
import { indexAt, stroke, write } from "./marks.js";
import { tip } from "./tip.js";
import { say } from "./words.js";

const DOTS_APART = 9;
const [MARK, RING, LABEL, CLEAR] = [7, 9, 14, 19];

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
    c.save();
    c.scale(paper(box), paper(box));
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
    c.restore();
    axes(c, p);
  }

  /** @param {CanvasRenderingContext2D} c @param {import("./canvas.js").Palette} p */
  function axes(c, p) {
    c.font = `12px ${p.sans}`;
    c.strokeStyle = p.colour("ink-3");
    c.lineWidth = 1;
    c.beginPath();
    const part = paper(box);
    for (const { at } of field.x_ticks) {
      c.moveTo(at * part, below.height);
      c.lineTo(at * part, below.height - 5);
    }
    for (const { at } of field.y_ticks) {
      c.moveTo(0, at * part);
      c.lineTo(5, at * part);
    }
    c.stroke();
    const colour = p.colour("ink-2");
    for (const { at, text } of field.x_ticks) {
      write(c, text, at * part, below.height - 9, { colour, align: "center" });
    }
    for (const { at, text } of field.y_ticks) write(c, text, 9, at * part + 4, { colour });
  }

  /** Each label at its first place that no path crosses. */
  function labels(/** @type {any} */ p, /** @type {any} */ free) {
    const c = above.context;
    c.font = `12px ${p.sans}`;
    const part = paper(box);
    for (const band of field.bands) {
      const places = band.labels.map((/** @type {any} */ label) => ({ ...label, x: label.x * part, y: label.y * part }));
      const place = places.find((/** @type {any} */ label) =>
        free.isFree(around(label.x, label.y, LABEL)) && free.crossings(around(label.x, label.y, CLEAR)) === 0,
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

  /** @param {any} p */
  function marks(p) {
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
  }

  /** Words for the start and a lone minimum, and what they and the marks cover. @param {any} scene */
  function names(scene) {
    const free = beside(above.width, above.height);
    const picker = /** @type {HTMLElement | null} */ (box.querySelector(".pick"));
    for (const line of scene.lines) free.path(line);
    const [start, ...marks] = [scene.start, ...field.minima, ...field.saddles].map(([a, b]) => [x.at(a), y.at(b)]);
    for (const [px, py] of marks) free.mark(px, py, MARK);
    free.mark(start[0], start[1], RING);
    if (picker) free.take(picker);
    const words = [];
    if (field.minima.length === 1) words.push(free.place(say("minimum"), marks[0][0], marks[0][1], ABOVE));
    words.push(free.place(say("start"), start[0], start[1], RIGHT));
    return { free, words };
  }

  /** @param {any[]} words @param {any} p */
  function named(words, p) {
    for (const place of words) {
      if (place) write(above.context, place.words, place.x, place.y, { colour: p.colour("ink-2"), halo: p.colour("halo"), align: place.align });
    }
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

  const pixels = () => ({
    x: (x.to - x.from) / (x.high - x.low),
    y: (y.from - y.to) / (y.high - y.low),
  });

  /** @type {import("./tip.js").Place} */
  const place = {
    at: (line, i) => [line.xs[i], line.ys[i]],
    toward: (_, __, da, db) => [da * pixels().x, -db * pixels().y],
    corners({ xs, ys }, i, w, h) {
      const [left, right, top, bottom] = [xs[i] - w, xs[i] + w, ys[i] - h, ys[i] + h];
      return [[left, top], [right, top], [right, bottom], [left, bottom]];
    },
  };

  return {
    size: () => sizeOf(box),
    /** @param {any} next @param {import("./canvas.js").Palette} p */
    show(next, p) {
      field = next;
      x = scale(field.box[0], field.box[1], 0, field.width * paper(box));
      y = scale(field.box[2], field.box[3], field.height * paper(box), 0);
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
      const { free, words } = names(scene);
      labels(p, free);
      marks(p);
      for (const line of scene.lines) path(line, scene, p);
      for (const line of scene.lines) tip(above.context, line, scene, p, place);
      named(words, p);
    },
    place: (/** @type {number[]} */ [a, b]) => [x.at(a), y.at(b)],
    point: (/** @type {number} */ px, /** @type {number} */ py) => [x.value(px), y.value(py)],
    perPixel: () => 1 / pixels().x,
    layers: [below, above],
  };
}
