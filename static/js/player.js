// @ts-check
// takes a clock of frames / plays steps one after the other: 55 ms each, 110 slower, 25 faster.

/**
 * @param {{ step: () => number, last: () => number, every: () => number,
 *   go: (step: number) => void, ended: () => void, changed: (playing: boolean) => void,
 *   pace: () => number }} host
 */
export function player(host) {
  let frame = 0;
  let before = 0;

  /** @param {number} now */
  function tick(now) {
    const due = Math.floor((now - before) / host.pace());
    if (due > 0) {
      before = now;
      host.go(Math.min(host.last(), host.step() + due * host.every()));
    }
    if (host.step() >= host.last()) {
      self.pause();
      host.ended();
    } else if (frame) {
      frame = requestAnimationFrame(tick);
    }
  }

  const self = {
    isPlaying: () => frame !== 0,
    play() {
      if (host.step() >= host.last()) host.go(0);
      if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
        host.go(host.last());
        host.ended();
        return;
      }
      before = performance.now();
      frame = requestAnimationFrame(tick);
      host.changed(true);
    },
    pause() {
      cancelAnimationFrame(frame);
      frame = 0;
      host.changed(false);
    },
    toggle() {
      if (frame) self.pause();
      else self.play();
    },
  };
  return self;
}
