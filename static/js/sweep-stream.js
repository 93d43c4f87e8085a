// @ts-check
// One sweep at a time, coarse to fine: a newer request ends the older one, and the server stops
// computing.
import { Refusal } from "./newest.js";
import { events } from "./stream.js";

/**
 * @param {{ cells: (answer: any) => void, done: () => void, problem: (error: Error) => void }} to
 */
export function sweepStream(to) {
  /** @type {AbortController | undefined} */
  let running;

  /** @param {string} url @param {AbortSignal} signal */
  async function read(url, signal) {
    const headers = { Accept: "text/event-stream" };
    const response = await fetch(url, { signal, headers, cache: "no-store" });
    if (!response.ok || !response.body) throw new Refusal(await response.json());
    for await (const { event, data } of events(response.body)) {
      if (signal.aborted) return;
      if (event === "problem") throw new Refusal(data);
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
