// @ts-check
// The newest value wins: at most one request is under way; what is asked meanwhile waits, each
// newer one in place of the older; a request that takes long is given up for a newer one.
// Failures are the server's refusal, the network's, or else the page's own.
import { say } from "./words.js";

const PATIENCE = 120;

/** A refusal of the server, in its own words. */
export class Refusal extends Error {
  /** @param {{ detail?: string, errors?: { key: string, message: string }[] }} problem */
  constructor(problem) {
    super(problem.detail ?? "The server could not answer.");
    this.errors = problem.errors ?? [];
  }
}

/** The network, not the server and not this page, has failed. */
export class Offline extends Error {}

/**
 * What comes over the network, or the failure of the network.
 * @template T
 * @param {Promise<T>} coming
 */
export function arrived(coming) {
  return coming.catch((error) => {
    throw error.name === "AbortError" ? error : new Offline(error.message);
  });
}

/**
 * @param {string} url
 * @param {AbortSignal} [signal]
 */
export async function json(url, signal) {
  const headers = { Accept: "application/json" };
  const response = await arrived(fetch(url, { signal, headers, cache: "no-store" }));
  const body = JSON.parse(await arrived(response.text()));
  if (!response.ok) throw new Refusal(body);
  return body;
}

/**
 * What a reader is told of a failure; of the page's own the console hears, too.
 * @param {Error} error @param {string} [still] what is left of before, unless the server refused
 */
export function told(error, still = "") {
  if (error instanceof Refusal) return error.errors[0]?.message ?? error.message;
  if (!(error instanceof Offline)) reportError(error);
  const lead = error instanceof Offline ? say("You are offline.") : say("This page made a mistake.");
  return `${lead} ${still}`.trim();
}

/**
 * @template T
 * @param {(url: string, signal: AbortSignal) => Promise<T>} load
 * @param {(answer: T, url: string, ms: number) => void} done
 * @param {(error: Error, url: string) => void} failed
 * @param {() => number} [now]
 * @param {number} [patience] milliseconds until a request is given up for a newer one
 */
export function newest(load, done, failed, now = () => performance.now(), patience = PATIENCE) {
  /** @type {AbortController | undefined} */
  let running;
  let since = 0;
  let waiting = "";

  /** @param {string} url */
  async function start(url) {
    const control = new AbortController();
    running = control;
    since = now();
    try {
      const answer = await load(url, control.signal);
      if (!control.signal.aborted) done(answer, url, now() - since);
    } catch (error) {
      if (!control.signal.aborted) failed(/** @type {Error} */ (error), url);
    }
    if (running === control) running = undefined;
    next();
  }

  function next() {
    if (running || !waiting) return;
    const url = waiting;
    waiting = "";
    start(url);
  }

  return {
    /** @param {string} url */
    ask(url) {
      waiting = url;
      if (running && now() - since > patience) this.stop(false);
      next();
    },
    /** Gives up what is under way, and what waits unless told otherwise. */
    stop(all = true) {
      if (all) waiting = "";
      running?.abort();
      running = undefined;
    },
    busy: () => running !== undefined,
  };
}
