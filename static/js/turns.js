// @ts-check
// takes the box of a surface / turns it by pointer and by arrow keys.

const KEYS = { ArrowLeft: [-8, 0], ArrowRight: [8, 0], ArrowUp: [0, -8], ArrowDown: [0, 8] };

/**
 * @param {HTMLElement} box
 * @param {{ turn: (dx: number, dy: number) => void }} plot
 * @param {() => void} draw
 */
export function turns(box, plot, draw) {
  box.addEventListener("keydown", (event) => {
    const way = KEYS[/** @type {keyof typeof KEYS} */ (event.key)];
    if (!way) return;
    event.preventDefault();
    plot.turn(way[0], way[1]);
    draw();
  });
  box.addEventListener("pointerdown", (event) => box.setPointerCapture(event.pointerId));
  box.addEventListener("pointermove", (event) => {
    if (!box.hasPointerCapture(event.pointerId)) return;
    plot.turn(event.movementX, event.movementY);
    draw();
  });
}
