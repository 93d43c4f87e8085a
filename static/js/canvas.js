// @ts-check
// Canvases that fill a box at the screen's resolution, and the colours of the style sheet.

/** What the server draws. */
const [LEAST, MOST] = [16, 3000];

/** The pixels of a box that a picture is asked for. @param {HTMLElement} box */
export function sizeOf(box) {
  const within = (/** @type {number} */ side) => Math.min(MOST, Math.max(LEAST, Math.round(side)));
  return { width: within(box.clientWidth), height: within(box.clientHeight) };
}

/** How much narrower a box becomes on the paper for which it is drawn now; 1 on screen. @param {HTMLElement} box */
export function paper(box) {
  const figure = "paper" in document.documentElement.dataset && box.closest(".fig");
  if (!figure) return 1;
  return Math.min(1, Number(getComputedStyle(box).getPropertyValue("--paper-width")) / figure.clientWidth);
}

/**
 * @typedef {{ canvas: HTMLCanvasElement, context: CanvasRenderingContext2D,
 *   width: number, height: number, fit: () => boolean, clear: () => void }} Layer
 */

// On paper a clearing of an upper layer would be white and hide what lies below it, so the lowest takes them all.
addEventListener("beforeprint", () => {
  for (const lowest of document.querySelectorAll("canvas:first-child")) {
    const context = /** @type {HTMLCanvasElement} */ (lowest).getContext("2d");
    context?.save();
    context?.resetTransform();
    for (const above of lowest.parentElement?.querySelectorAll("canvas ~ canvas") ?? []) {
      context?.drawImage(/** @type {HTMLCanvasElement} */ (above), 0, 0);
    }
    context?.restore();
  }
});

/** @param {HTMLElement} box @param {string} name @returns {Layer} */
export function layer(box, name) {
  const canvas = document.createElement("canvas");
  canvas.className = name;
  canvas.setAttribute("aria-hidden", "true");
  box.prepend(canvas);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const self = {
    canvas,
    context,
    width: 0,
    height: 0,
    /** Takes the size of the box, here or on paper; whether it has changed. */
    fit() {
      const { width, height } = sizeOf(box);
      const part = paper(box);
      const ratio = globalThis.devicePixelRatio || 1;
      const isNew = canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio);
      if (isNew) {
        canvas.width = Math.round(width * ratio);
        canvas.height = Math.round(height * ratio);
      }
      self.width = width * part;
      self.height = height * part;
      box.style.setProperty("--shape", `${width} / ${height}`);
      context.setTransform(ratio / part, 0, 0, ratio / part, 0, 0);
      return isNew;
    },
    clear() {
      context.clearRect(0, 0, self.width, self.height);
    },
  };
  return self;
}

/** @typedef {ReturnType<typeof palette>} Palette */

/** The colours of a figure as they are now. @param {HTMLElement} figure */
export function palette(figure) {
  const style = getComputedStyle(figure);
  /** @param {string} token */
  const colour = (token) => style.getPropertyValue(`--${token}`).trim();
  const [low, mid, high] = ["map-low", "map-mid", "map-high"].map(colour);
  return {
    colour,
    sans: style.getPropertyValue("--sans").trim() || "sans-serif",
    /** A map's tint between lowest (0) and highest (1). @param {number} part */
    tint(part) {
      const [from, to, at] = part < 0.5 ? [low, mid, 2 * part] : [mid, high, 2 * part - 1];
      return `color-mix(in oklab, ${from}, ${to} ${Math.round(100 * at)}%)`;
    },
    /** @param {string} style of a trace, such as trace-adam */
    trace: (style) => colour(style.replace("trace-", "optimizer-")),
  };
}
