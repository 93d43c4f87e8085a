// @ts-check
// takes a figure / hands out its run as a file: drawing, picture, numbers.
import { field, runQuery } from "./form.js";

const SCALE = 2;

/** @param {string} url @param {string} name */
function save(url, name) {
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
}

/** @param {any} self @param {string} what */
export async function download(self, what) {
  const { figure } = self;
  if (what === "png") {
    const blob = await picture(self);
    const url = URL.createObjectURL(blob);
    save(url, `${figure.id}.png`);
    setTimeout(() => URL.revokeObjectURL(url), 1000);
    return;
  }
  save(self.file?.(what) ?? runFile(self, what), `${figure.id}.${what}`);
}

/** The address of a run as a file. @param {any} self @param {string} what */
function runFile(self, what) {
  const { figure } = self;
  const query = runQuery(figure);
  query.set("format", what);
  if (what === "svg") {
    query.set("box", self.box());
    query.set("step", field(figure, "step").value);
    query.set("scale", field(figure, "scale").value);
  }
  return `/api/run?${query}`;
}

/** Both plots beside each other, as they are on the screen. @param {any} self @returns {Promise<Blob>} */
function picture(self) {
  const { mapbox, curvebox } = self;
  const gap = 24;
  const canvas = document.createElement("canvas");
  const width = mapbox.clientWidth + gap + curvebox.clientWidth;
  canvas.width = SCALE * width;
  canvas.height = SCALE * Math.max(mapbox.clientHeight, curvebox.clientHeight);
  const c = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  c.scale(SCALE, SCALE);
  c.fillStyle = getComputedStyle(self.figure).getPropertyValue("--paper");
  c.fillRect(0, 0, width, canvas.height);
  for (const { canvas: layer } of self.view().layers) {
    c.drawImage(layer, 0, 0, mapbox.clientWidth, mapbox.clientHeight);
  }
  const left = mapbox.clientWidth + gap;
  c.drawImage(self.loss.layers[0].canvas, left, 0, curvebox.clientWidth, curvebox.clientHeight);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture")))),
  );
}
