// @ts-check
// takes a figure / hands out its run as a file: drawing, picture, numbers.
import { field, runQuery } from "./form.js";

const [SCALE, GAP] = [2, 24];

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

/** The rings that are dragged, which lie above the canvases of a plot. @param {CanvasRenderingContext2D} c @param {HTMLElement} box @param {number} left */
function rings(c, box, left) {
  const style = getComputedStyle(box);
  c.fillStyle = style.getPropertyValue("--paper");
  c.strokeStyle = style.getPropertyValue("--ink");
  c.lineWidth = 2.5;
  const corner = box.getBoundingClientRect();
  for (const handle of box.querySelectorAll(".handle:not([hidden])")) {
    const at = handle.getBoundingClientRect();
    c.beginPath();
    c.arc(left + at.left + at.width / 2 - corner.left, at.top + at.height / 2 - corner.top, 8.5, 0, 7);
    c.fill();
    c.stroke();
  }
}

/** All plots beside each other, as they are on the screen. @param {any} self @returns {Promise<Blob>} */
function picture(self) {
  const { mapbox, curvebox } = self;
  const plots = [
    ...(self.beside?.() ?? []),
    { box: mapbox, layers: self.view().layers },
    { box: curvebox, layers: self.loss.layers },
  ];
  const canvas = document.createElement("canvas");
  const width = plots.reduce((sum, { box }) => sum + box.clientWidth + GAP, -GAP);
  canvas.width = SCALE * width;
  canvas.height = SCALE * Math.max(...plots.map(({ box }) => box.clientHeight));
  const c = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  c.scale(SCALE, SCALE);
  c.fillStyle = getComputedStyle(self.figure).getPropertyValue("--paper");
  c.fillRect(0, 0, width, canvas.height);
  let left = 0;
  for (const { box, layers } of plots) {
    for (const { canvas: layer } of layers) c.drawImage(layer, left, 0, box.clientWidth, box.clientHeight);
    rings(c, box, left);
    left += box.clientWidth + GAP;
  }
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture")))),
  );
}
