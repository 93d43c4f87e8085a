// @ts-check
// takes a box on the page / draws the graph of a 2-D objective from aside, painted from back to
// front, with the paths on it / turns by drag and arrow keys.
import { layer, sizeOf } from "./canvas.js";
import { indexAt, stroke } from "./marks.js";
import { tip } from "./tip.js";

const RISE = 0.8;
const TINTS = 24;
const FILLED = 0.94;
const NEAR = 0.04;

/** Little-endian float32 in base64. @param {string} text */
export function floats(text) {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float64Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
}

/**
 * Unit cube → pixels: turned about the vertical, then tilted; depth grows towards the eye.
 * @param {number} turn @param {number} tilt @param {number} width @param {number} height
 */
export function projection(turn, tilt, width, height) {
  const [ct, st, cp, sp] = [Math.cos(turn), Math.sin(turn), Math.cos(tilt), Math.sin(tilt)];
  const size = Math.min(width / 2.84, height / 2.44);
  return (/** @type {number} */ u, /** @type {number} */ v, /** @type {number} */ w) => {
    const away = u * st + v * ct;
    const rise = RISE * w;
    return [
      width / 2 + (u * ct - v * st) * size,
      height / 2 - (rise * cp + away * sp) * size,
      rise * sp - away * cp,
    ];
  };
}

/**
 * The same projection with all that is drawn inside the picture and in its middle.
 * @param {(u: number, v: number, w: number) => number[]} project
 * @param {(project: any) => number[][]} drawn
 * @param {{ width: number, height: number }} size
 */
export function fitted(project, drawn, { width, height }) {
  const ys = drawn(project).map(([, y]) => y).filter(Number.isFinite);
  const low = ys.reduce((a, b) => Math.min(a, b), Infinity);
  const high = ys.reduce((a, b) => Math.max(a, b), -Infinity);
  if (low >= high) return project;
  const factor = Math.min(1, (FILLED * height) / (high - low));
  return (/** @type {number} */ u, /** @type {number} */ v, /** @type {number} */ w) => {
    const [x, y, depth] = project(u, v, w);
    return [width / 2 + (x - width / 2) * factor, height / 2 + (y - (low + high) / 2) * factor, depth];
  };
}

/** @param {HTMLElement} box */
export function surfaceView(box) {
  const sheet = layer(box, "turns");
  let turn = (-35 * Math.PI) / 180;
  let tilt = (38 * Math.PI) / 180;
  /** @type {any} */
  let field;
  /** @type {Float64Array} */
  let heights = new Float64Array(0);
  let low = 0;
  let high = 1;

  const height = (/** @type {number} */ value) => Math.max(0, value - field.floor) ** field.power;

  const unit = (/** @type {number} */ z) => (2 * (Math.min(z, high) - low)) / (high - low) - 1;

  /** @param {any} p */
  function cells(p) {
    const { columns, rows } = field.values;
    const at = (/** @type {(u: number, v: number, w: number) => number[]} */ to) =>
      Array.from(heights, (z, k) =>
        to((2 * (k % columns)) / (columns - 1) - 1, (2 * Math.floor(k / columns)) / (rows - 1) - 1, unit(z)));
    const project = fitted(projection(turn, tilt, sheet.width, sheet.height), at, sheet);
    const corners = at(project);
    const order = [];
    for (let j = 0; j + 1 < rows; j++) {
      for (let i = 0; i + 1 < columns; i++) {
        const k = j * columns + i;
        const z = (heights[k] + heights[k + 1] + heights[k + columns] + heights[k + columns + 1]) / 4;
        if (Number.isFinite(z)) order.push({ k, z, depth: corners[k][2] + corners[k + columns + 1][2] });
      }
    }
    order.sort((a, b) => a.depth - b.depth);
    const tints = Array.from({ length: TINTS + 1 }, (_, i) => p.tint(i / TINTS));
    const c = sheet.context;
    c.lineWidth = 0.5;
    const edge = p.colour("map-line");
    for (const { k, z } of order) {
      c.beginPath();
      for (const corner of [k, k + 1, k + columns + 1, k + columns]) c.lineTo(corners[corner][0], corners[corner][1]);
      c.closePath();
      c.fillStyle = tints[Math.round(TINTS * Math.min(1, (z - low) / (high - low)))];
      c.fill();
      c.strokeStyle = edge;
      c.globalAlpha = 0.3;
      c.stroke();
      c.globalAlpha = 1;
    }
    return project;
  }

  /** The height of the surface over a point of the unit square, between its samples. @param {number} u @param {number} v */
  function over(u, v) {
    const { columns, rows } = field.values;
    const [i, j] = [((u + 1) / 2) * (columns - 1), ((v + 1) / 2) * (rows - 1)];
    const [a, b] = [Math.max(0, Math.min(columns - 2, Math.floor(i))), Math.max(0, Math.min(rows - 2, Math.floor(j)))];
    const at = (/** @type {number} */ di, /** @type {number} */ dj) => unit(heights[(b + dj) * columns + a + di]);
    const low = at(0, 0) + (at(1, 0) - at(0, 0)) * (i - a);
    return low + (at(0, 1) + (at(1, 1) - at(0, 1)) * (i - a) - low) * (j - b);
  }

  /** @param {(u: number, v: number, w: number) => number[]} project @returns {import("./tip.js").Place} */
  function onSurface(project) {
    const [x0, x1, y0, y1] = field.box;
    const ground = (/** @type {any} */ line, /** @type {number} */ i) => [
      (2 * (line.frames.x[0][i] - x0)) / (x1 - x0) - 1,
      (2 * (line.frames.x[1][i] - y0)) / (y1 - y0) - 1,
    ];
    const level = (/** @type {any} */ line, /** @type {number} */ i) => unit(height(line.frames.value[i]));
    return {
      at: (line, i) => {
        const [u, v] = ground(line, i);
        return project(u, v, level(line, i)).slice(0, 2);
      },
      toward(line, i, da, db) {
        const [u, v] = ground(line, i);
        const [du, dv] = [da / (x1 - x0), db / (y1 - y0)];
        const near = NEAR / Math.hypot(du, dv);
        const [fx, fy] = project(u, v, over(u, v));
        const [tx, ty] = project(u + near * du, v + near * dv, over(u + near * du, v + near * dv));
        return [tx - fx, ty - fy];
      },
      corners(line, i, w, h) {
        const [u, v] = ground(line, i);
        const [a, b] = [(2 * w) / sheet.width, (2 * h) / sheet.width];
        return [[-a, -b], [a, -b], [a, b], [-a, b]].map(([du, dv]) => project(u + du, v + dv, level(line, i)));
      },
    };
  }

  return {
    layers: [sheet],
    size: () => sizeOf(box),
    /** @param {any} next */
    show(next) {
      field = next;
      heights = floats(field.values.float32).map(height);
      const finite = heights.filter(Number.isFinite);
      low = finite.reduce((a, b) => Math.min(a, b), Infinity);
      high = Math.max(low + 1e-12, finite.reduce((a, b) => Math.max(a, b), -Infinity));
    },
    pixelsOf: () => ({ xs: new Float64Array(0), ys: new Float64Array(0) }),
    /** @param {any} scene @param {any} p */
    draw(scene, p) {
      if (!field) return;
      sheet.fit();
      sheet.clear();
      const project = cells(p);
      const place = onSurface(project);
      for (const line of scene.lines) {
        const now = indexAt(line.frames.step, scene.step);
        const points = line.frames.step.map((/** @type {number} */ _, /** @type {number} */ i) => place.at(line, i));
        const xs = points.map((/** @type {number[]} */ point) => point[0]);
        const ys = points.map((/** @type {number[]} */ point) => point[1]);
        const colour = p.trace(line.trace);
        stroke(sheet.context, xs, ys, now, xs.length - 1, { colour, width: 1.25, alpha: 0.4 });
        stroke(sheet.context, xs, ys, 0, now, { colour: p.colour("halo"), width: 4.5, alpha: 0.8 });
        stroke(sheet.context, xs, ys, 0, now, { colour, width: 2, dash: line.dash });
      }
      for (const line of scene.lines) tip(sheet.context, line, scene, p, place);
    },
    place: () => undefined,
    point: () => undefined,
    perPixel: () => 0,
    turn(/** @type {number} */ dx, /** @type {number} */ dy) {
      turn += 0.01 * dx;
      tilt = Math.min(1.5, Math.max(0.05, tilt + 0.01 * dy));
    },
  };
}
