// @ts-check
// takes a box on the page / draws a sweep, cells over two axes or a curve over one, with its
// legend, as descent.plot.SweepPlot does / knows pixel ↔ cell.
import { scale, step as tickStep, ticks } from "./axes.js";
import { layer, paper } from "./canvas.js";
import { stroke, write } from "./marks.js";
import { logarithmicTick, tick } from "./numbers.js";
import { DIVERGED, UNSETTLED, letter } from "./sweep-words.js";
import { shades } from "./shades.js";
import { say } from "./words.js";

const [LEFT, RIGHT, TOP, BOTTOM] = [50, 10, 24, 100];
const [BELOW, BAR, LENGTH, GAP, MOST] = [50, 10, 210, 24, 8];
const HATCH = 6;

/** @param {string} text */
const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

/** @param {import("./axes.js").Scale} s @param {number} value @param {number} count */
function label(s, value, count) {
  if (!s.log) return tick(value, tickStep(s.high - s.low, count));
  return logarithmicTick(value);
}

/** @param {HTMLElement} box */
export function sweepView(box) {
  const sheet = layer(box, "cells");
  const small = document.createElement("canvas");
  const c = sheet.context;

  /** Starts have one scale on both axes. @param {any} cells */
  function area(cells) {
    let width = box.clientWidth * paper(box) - LEFT - RIGHT;
    let height = box.clientHeight * paper(box) - TOP - BOTTOM;
    const [across, up] = cells.axes;
    if (cells.overStarts && up) {
      const unit = Math.max((across.high - across.low) / width, (up.high - up.low) / height);
      width = (across.high - across.low) / unit;
      height = (up.high - up.low) / unit;
    }
    const x = scale(across.low, across.high, LEFT, LEFT + width, across.logarithmic);
    const good = cells.scale;
    const y = up
      ? scale(up.low, up.high, TOP + height, TOP, up.logarithmic)
      : scale(good.low, good.high, TOP + height, TOP, good.logarithmic);
    return { x, y, right: LEFT + width, bottom: TOP + height, width, height };
  }

  /** 0 (good) … 1 (bad). @param {any} cells @param {number} value */
  function part({ scale: { low, high, logarithmic } }, value) {
    return Math.min(1, Math.max(0, scale(low, high, 0, 1, logarithmic).at(Math.max(value, low))));
  }

  /** @param {any} a @param {any} p */
  function hatching(a, p) {
    c.save();
    c.beginPath();
    c.rect(LEFT, TOP, a.width, a.height);
    c.clip();
    c.strokeStyle = p.colour("hatch");
    c.lineWidth = 1;
    c.beginPath();
    for (let at = HATCH; at < a.width + a.height; at += HATCH) {
      c.moveTo(LEFT, TOP + at);
      c.lineTo(LEFT + at, TOP);
    }
    c.stroke();
    c.restore();
  }

  /** One pixel a cell, transparent where it diverged. @param {any} cells @param {any} a @param {any} colours */
  function image(cells, a, colours) {
    const { columns, rows, kinds, values } = cells;
    small.width = columns;
    small.height = rows;
    const context = /** @type {CanvasRenderingContext2D} */ (small.getContext("2d"));
    const pixels = context.createImageData(columns, rows);
    for (let cell = 0; cell < kinds.length; cell++) {
      if (kinds[cell] === DIVERGED) continue;
      const at = 4 * ((rows - 1 - Math.floor(cell / columns)) * columns + (cell % columns));
      const colour = cells.measure !== "basin"
        ? colours.tide(part(cells, values[cell]))
        : kinds[cell] === UNSETTLED ? colours.none : colours.basin(kinds[cell], part(cells, values[cell]));
      pixels.data.set(colour, at);
    }
    context.putImageData(pixels, 0, 0);
    c.imageSmoothingEnabled = false;
    c.drawImage(small, LEFT, TOP, a.width, a.height);
  }

  /** Lines between basins, so that the map can be read in grey. @param {any} cells @param {any} a @param {any} p */
  function borders(cells, a, p) {
    const { columns, rows, kinds } = cells;
    const [w, h] = [a.width / columns, a.height / rows];
    c.strokeStyle = p.colour("ink");
    c.globalAlpha = 0.5;
    c.lineWidth = 1;
    c.beginPath();
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const cell = row * columns + column;
        const [x, y] = [LEFT + (column + 1) * w, a.bottom - row * h];
        if (column + 1 < columns && kinds[cell] !== kinds[cell + 1]) {
          c.moveTo(x, y);
          c.lineTo(x, y - h);
        }
        if (row + 1 < rows && kinds[cell] !== kinds[cell + columns]) {
          c.moveTo(x - w, y - h);
          c.lineTo(x, y - h);
        }
      }
    }
    c.stroke();
    c.globalAlpha = 1;
  }

  /** @param {any} cells @param {any} a @param {any} p */
  function axes(cells, a, p) {
    const colour = p.colour("ink-3");
    c.strokeStyle = colour;
    c.lineWidth = 1;
    c.beginPath();
    for (const value of ticks(a.x, 5)) {
      c.moveTo(a.x.at(value), a.bottom);
      c.lineTo(a.x.at(value), a.bottom + 5);
      write(c, label(a.x, value, 5), Math.min(a.x.at(value), a.right - 6), a.bottom + 18, { colour, align: "center" });
    }
    for (const value of ticks(a.y, 6)) {
      c.moveTo(LEFT, a.y.at(value));
      c.lineTo(LEFT - 5, a.y.at(value));
      write(c, label(a.y, value, 6), LEFT - 8, a.y.at(value) + 4, { colour, align: "right" });
    }
    c.stroke();
    write(c, cells.axes[0].words, a.right, a.bottom + 34, { colour, align: "right" });
    write(c, cells.axes[1]?.words ?? cells.title, LEFT, 14, { colour });
  }

  /** The edge of stability and the best pair, cased. @param {any} cells @param {any} a @param {any} p */
  function overlay(cells, a, p) {
    const { edge, best } = cells.overlay;
    const inside = edge.map((/** @type {number} */ rate) => (rate > a.x.low && rate < a.x.high ? a.x.at(rate) : NaN));
    const ys = edge.map((/** @type {number} */ _, /** @type {number} */ row) => a.y.at(cells.axes[1].centres[row]));
    const [bx, by] = [a.x.at(best.learning_rate), a.y.at(best.momentum)];
    for (const [colour, width] of [[p.colour("halo"), 4], [p.colour("ink"), 1.5]]) {
      stroke(c, inside, ys, 0, ys.length - 1, { colour, width });
      if (!isInside(a, bx, by)) continue;
      c.strokeStyle = colour;
      c.lineWidth = width;
      c.beginPath();
      c.arc(bx, by, 6, 0, 7);
      c.stroke();
    }
  }

  /** @param {any} a @param {number} x @param {number} y */
  const isInside = (a, x, y) => x >= LEFT && x <= a.right && y >= TOP && y <= a.bottom;

  /** @param {any} cells @param {any} a @param {any} p @param {any} colours */
  function curve(cells, a, p, colours) {
    const { columns, kinds, values, axes: [across] } = cells;
    const edge = (/** @type {number} */ column) => LEFT + (a.width * column) / columns;
    c.fillStyle = p.colour("paper");
    for (let from = 0, i = 1; i <= columns; i++) {
      if (i < columns && (kinds[i] === DIVERGED) === (kinds[from] === DIVERGED)) continue;
      if (kinds[from] !== DIVERGED) c.fillRect(edge(from), TOP, edge(i) - edge(from), a.height);
      from = i;
    }
    for (const value of ticks(a.y, 6)) {
      const at = Math.round(a.y.at(value)) + 0.5;
      stroke(c, [LEFT, a.right], [at, at], 0, 1, { colour: p.colour("line"), width: 1 });
    }
    for (let i = 0; i < columns && cells.basins.length; i++) {
      if (kinds[i] >= UNSETTLED) continue;
      c.fillStyle = `rgb(${colours.basin(kinds[i], 1).slice(0, 3).join(" ")})`;
      c.fillRect(edge(i), a.bottom - 8, edge(i + 1) - edge(i) + 0.2, 8);
    }
    if (cells.overlay) {
      mark(a, p, a.x.at(cells.overlay.edge[0]), cells.overlay.words, 0, true);
      mark(a, p, a.x.at(cells.overlay.best.learning_rate), say("best"), 18);
    }
    if (cells.band) {
      c.fillStyle = p.colour("ink");
      c.globalAlpha = 0.15;
      for (let i = 0; i < columns; i++) {
        if (kinds[i] === DIVERGED) continue;
        const [low, high] = [cells.band.low[i], cells.band.high[i]].map((value) => levelOf(cells, a, value ?? Infinity));
        c.fillRect(edge(i), high, edge(i + 1) - edge(i), low - high);
      }
      c.globalAlpha = 1;
    }
    const xs = across.centres.map(a.x.at);
    const ys = Array.from(values, (_, i) => (kinds[i] === DIVERGED ? NaN : heightOf(cells, a, i)));
    stroke(c, xs, ys, 0, columns - 1, { colour: p.colour("ink"), width: 2 });
  }

  /** @param {any} cells @param {any} a @param {number} i */
  function heightOf(cells, a, i) {
    return cells.kinds[i] === DIVERGED ? TOP : levelOf(cells, a, cells.values[i]);
  }

  /** @param {any} cells @param {any} a @param {number} value */
  function levelOf(cells, a, value) {
    return a.bottom - part(cells, value) * a.height;
  }

  /**
   * A dashed line and its words, at its right if they are to stand beyond and have room.
   * @param {any} a @param {any} p @param {number} at @param {string} words
   */
  function mark(a, p, at, words, down = 0, beyond = false) {
    if (at < LEFT || at > a.right) return;
    const right = beyond && at + 5 + 7 * words.length < a.right;
    const colour = p.colour("ink-2");
    stroke(c, [at, at], [TOP, a.bottom], 0, 1, { colour, width: 1, dash: [4, 3] });
    const align = right ? "left" : "right";
    write(c, words, right ? at + 5 : at - 5, TOP + 14 + down, { colour, halo: p.colour("halo"), align, casing: 4 });
  }

  /** @param {any} cells @param {any} a @param {any} p @param {any} colours */
  function legend(cells, a, p, colours) {
    const colour = p.colour("ink-2");
    const top = a.bottom + BELOW;
    let x = LEFT;
    const square = (/** @type {string} */ fill) => {
      c.fillStyle = fill;
      c.fillRect(x, top, 11, 11);
      c.strokeStyle = p.colour("ink-3");
      c.lineWidth = 0.75;
      c.strokeRect(x, top, 11, 11);
    };
    if (cells.measure === "basin") {
      write(c, say("where runs end; fainter is sooner"), LEFT, top - 6, { colour });
      for (let i = 0; i < Math.min(MOST, cells.basins.length); i++, x += 32) {
        square(`rgb(${colours.basin(i, 0.5).slice(0, 3).join(" ")})`);
        write(c, letter(i), x + 16, top + BAR, { colour });
      }
      if (cells.basins.length > MOST) {
        write(c, "…", x, top + BAR, { colour });
        x += 20;
      }
      if (cells.kinds.includes(UNSETTLED)) {
        square(p.colour("sunk"));
        write(c, say("none"), x + 16, top + BAR, { colour });
        x += 56;
      }
    } else if (cells.rows > 1) {
      const { low, high, logarithmic } = cells.scale;
      const rest = GAP + 16 + c.measureText(say("diverged")).width;
      const length = Math.min(LENGTH, sheet.width - LEFT - rest);
      const bar = scale(low, high, LEFT, LEFT + length, logarithmic);
      const n = colours.steps;
      for (let i = 0; i < n; i++) {
        c.fillStyle = `rgb(${colours.tide(i / (n - 1)).slice(0, 3).join(" ")})`;
        c.fillRect(LEFT + (i * length) / n, top, length / n + 0.5, BAR);
      }
      for (const value of ticks(bar, 4)) {
        stroke(c, [bar.at(value), bar.at(value)], [top + BAR, top + BAR + 4], 0, 1, { colour: p.colour("ink-3"), width: 1 });
        write(c, label(bar, value, 4), bar.at(value), top + BAR + 17, { colour, align: "center" });
      }
      write(c, cells.title, LEFT, top - 6, { colour });
      x += length + GAP;
    } else if (cells.band) {
      write(c, cells.band.words, LEFT, top - 6, { colour });
    }
    if (!cells.kinds.includes(DIVERGED)) return;
    for (const [from, length] of [[6, 6], [11, 11]]) {
      stroke(c, [x, x + length], [top + from, top + from - length], 0, 1, { colour: p.colour("hatch"), width: 1 });
    }
    stroke(c, [x + 5, x + 11], [top + 11, top + 5], 0, 1, { colour: p.colour("hatch"), width: 1 });
    c.strokeStyle = p.colour("ink-3");
    c.strokeRect(x, top, 11, 11);
    write(c, say("diverged"), x + 16, top + BAR, { colour });
  }

  /** @param {any} cells @param {any} a @param {any} p */
  function letters(cells, a, p) {
    if (!cells.overStarts) return;
    c.font = `600 12px ${p.sans}`;
    cells.basins.forEach((/** @type {any} */ basin, /** @type {number} */ i) => {
      const [px, py] = [a.x.at(basin.x[0]), a.y.at(basin.x[1])];
      if (isInside(a, px, py)) write(c, letter(i), px, py + 4, { colour: p.colour("ink"), halo: p.colour("halo"), align: "center" });
    });
    c.font = `12px ${p.sans}`;
  }

  return {
    layers: [sheet],
    /** An answer of the server with its numbers as arrays. @param {any} answer */
    decode(answer) {
      const values = new Float32Array(bytes(answer.values).buffer);
      return { ...answer, values, kinds: bytes(answer.kinds), overStarts: /(^|&)over=start(&|$)/.test(answer.spec) };
    },
    /** @param {any} cells @param {import("./canvas.js").Palette} p */
    draw(cells, p) {
      sheet.fit();
      sheet.clear();
      const a = area(cells);
      const colours = shades(p);
      c.font = `12px ${p.sans}`;
      hatching(a, p);
      if (cells.rows > 1) {
        image(cells, a, colours);
        borders(cells, a, p);
        if (cells.overlay) overlay(cells, a, p);
        letters(cells, a, p);
      } else curve(cells, a, p, colours);
      axes(cells, a, p);
      legend(cells, a, p, colours);
    },
    /** Where a point of the sweep stands. @param {any} cells @param {number[]} at @returns {[number, number]} */
    place(cells, at) {
      const a = area(cells);
      const x = a.x.at(at[0]);
      if (!(x >= LEFT - 1 && x <= a.right + 1)) return [NaN, NaN];
      if (cells.rows > 1) {
        const y = a.y.at(at[1]);
        return y >= TOP - 1 && y <= a.bottom + 1 ? [x, y] : [NaN, NaN];
      }
      const i = Math.min(cells.columns - 1, Math.floor(((x - LEFT) / a.width) * cells.columns));
      return [x, heightOf(cells, a, Math.max(0, i))];
    },
    /** The values of the axes at a pixel, three digits fine. @param {any} cells @param {number} px @param {number} py */
    point(cells, px, py) {
      const a = area(cells);
      const x = a.x.value(Math.min(a.right - 0.5, Math.max(LEFT + 0.5, px)));
      const y = a.y.value(Math.min(a.bottom - 0.5, Math.max(TOP + 0.5, py)));
      return (cells.axes.length > 1 ? [x, y] : [x]).map((v) => Number(v.toPrecision(3)));
    },
    /** The cell at a pixel, −1 outside. @param {any} cells @param {number} px @param {number} py */
    cellAt(cells, px, py) {
      const a = area(cells);
      if (!isInside(a, px, py)) return -1;
      const column = Math.min(cells.columns - 1, Math.floor(((px - LEFT) / a.width) * cells.columns));
      const row = Math.min(cells.rows - 1, Math.floor(((a.bottom - py) / a.height) * cells.rows));
      return cells.rows > 1 ? row * cells.columns + column : column;
    },
  };
}
