// @ts-check
// takes the address of a long run / tells of it while it grows; the promise holds the whole run.
import { Offline, Refusal, arrived } from "./newest.js";

/**
 * @param {string} url
 * @param {AbortSignal} signal
 * @param {(run: any, step: number) => void} grown
 */
export async function stream(url, signal, grown) {
  const run = { entrants: [] };
  for await (const { event, data } of listen(url, signal)) {
    append(run, data);
    if (event === "done") return run;
    if (event === "progress") grown(run, data.step);
  }
  throw new Offline("the stream ended before the run");
}

/** The events at an address, one after the other. @param {string} url @param {AbortSignal} signal */
export async function* listen(url, signal) {
  const headers = { Accept: "text/event-stream" };
  const response = await arrived(fetch(url, { signal, headers, cache: "no-store" }));
  if (!response.ok || !response.body) throw new Refusal(JSON.parse(await arrived(response.text())));
  for await (const next of events(response.body)) {
    if (next.event === "problem") throw new Refusal(next.data);
    yield next;
  }
}

/** @param {ReadableStream<Uint8Array>} body */
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await arrived(reader.read());
    if (done) return;
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) yield parsed(block);
  }
}

/** @param {string} block lines `event: …`, `id: …`, `data: …` */
function parsed(block) {
  const line = (/** @type {string} */ name) =>
    block.split("\n").find((each) => each.startsWith(`${name}:`))?.slice(name.length + 1).trim() ?? "";
  return { event: line("event"), data: JSON.parse(line("data") || "{}") };
}

/**
 * Puts columns behind columns and newer words in place of older ones.
 * @param {any} all
 * @param {any} more of the same shape
 */
export function append(all, more) {
  for (const [key, part] of Object.entries(more)) {
    if (typeof part !== "object" || part === null) all[key] = part;
    else if (all[key] === undefined) all[key] = structuredClone(part);
    else if (isColumn(part)) all[key].push(...part);
    else append(all[key], part);
  }
}

/** @param {any} part */
function isColumn(part) {
  return Array.isArray(part) && part.every((each) => typeof each !== "object" || each === null);
}
