// @ts-check
// takes the form of a question that asks for a curve / a stroke in the picture sets the heights in
// the fields it passes, and the curve goes through the heights.

const SVG = "http://www.w3.org/2000/svg";

/** @param {HTMLFormElement} form */
export function sketch(form) {
  const panel = /** @type {HTMLElement | null} */ (form.querySelector("fieldset .panel[data-box]"));
  const svg = panel?.querySelector("svg");
  const fields = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(".knots input")]);
  if (!panel || !svg) return {};
  const [x0, x1, y0, y1] = (panel.dataset.box ?? "").split(",").map(Number);
  const step = Number(fields[0].step);
  const places = fields.map((field) => Number(field.dataset.at));
  const curve = svg.appendChild(document.createElementNS(SVG, "path"));
  const dots = svg.appendChild(document.createElementNS(SVG, "path"));
  curve.setAttribute("class", "sketch");
  dots.setAttribute("class", "sketch dots");
  /** @type {number[] | undefined} */
  let last;

  panel.classList.add("drawable");
  panel.addEventListener("pointerdown", (event) => {
    panel.setPointerCapture(event.pointerId);
    last = undefined;
    stroke(event);
    event.preventDefault();
  });
  panel.addEventListener("pointermove", (event) => {
    if (panel.hasPointerCapture(event.pointerId)) stroke(event);
  });
  form.addEventListener("input", draw);
  form.addEventListener("restored", draw);
  draw();

  /** Every place between the last point of the stroke and this one gets its height. @param {PointerEvent} event */
  function stroke(event) {
    const box = panel.getBoundingClientRect();
    const x = x0 + ((event.clientX - box.left) / box.width) * (x1 - x0);
    const y = y1 - ((event.clientY - box.top) / box.height) * (y1 - y0);
    const [fromX, fromY] = last ?? [x, y];
    const reach = (x1 - x0) / (places.length - 1) / (last ? 4 : 2);
    places.forEach((place, i) => {
      if (place < Math.min(fromX, x) - reach || place > Math.max(fromX, x) + reach) return;
      const part = x === fromX ? 1 : Math.max(0, Math.min(1, (place - fromX) / (x - fromX)));
      const height = Math.max(y0, Math.min(y1, fromY + part * (y - fromY)));
      fields[i].value = String(Number((Math.round(height / step) * step).toPrecision(6)));
    });
    last = [x, y];
    fields[0].dispatchEvent(new Event("input", { bubbles: true }));
  }

  function draw() {
    const { width, height } = svg.viewBox.baseVal;
    const points = fields
      .map((field, i) => ({ value: field.value, place: places[i] }))
      .filter(({ value }) => value.trim() !== "" && Number.isFinite(Number(value)))
      .map(({ value, place }) => [
        ((place - x0) / (x1 - x0)) * width,
        ((y1 - Number(value)) / (y1 - y0)) * height,
      ]);
    curve.setAttribute("d", points.length > 1 ? `M${points.map((at) => at.join(" ")).join("L")}` : "");
    dots.setAttribute("d", points.map((at) => `M${at.join(" ")}h0`).join(""));
  }

  return {};
}
