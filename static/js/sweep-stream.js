// @ts-check
// One sweep at a time, coarse to fine: a newer request ends the older one, and the server stops
// computing.
import { listen } from "./stream.js";

/**
 * @param {{ cells: (answer: any) => void, done: () => void, problem: (error: Error) => void }} to
 */
export function sweepStream(to) {
  /** @type {AbortController | undefined} */
  let running;

  /** @param {string} url @param {AbortSignal} signal */
  async function read(url, signal) {
    for await (const { event, data } of listen(url, signal)) {
      if (signal.aborted) return;
      if (event === "cells") to.cells(data);
      if (event === "done") to.done();
    }
  }

  return {
    /** @param {string} url */
    ask(url) {
      running?.abort();
      const mine = new AbortController();
      running = mine;
      read(url, mine.signal).catch((error) => {
        if (!mine.signal.aborted) to.problem(error);
      });
    },
  };
}
