// @ts-check
// How a page tells the server what its reader does. The server knows a reader by a cookie, which
// comes with the first reply; until then one request goes at a time, lest two make two learners.
const LARGEST = 60_000;

let queue = Promise.resolve();

/** What the server calls the reader, without saying who it is; empty before there is a cookie. */
export function learner() {
  return document.documentElement.dataset.learner ?? "";
}

/**
 * A post that outlives the page.
 * @param {string} url
 * @param {string | URLSearchParams} [body]
 * @param {Record<string, string>} [headers]
 * @returns {Promise<Response>}
 */
export function post(url, body = "", headers = {}) {
  const keepalive = body.toString().length < LARGEST;
  const send = () => fetch(url, { method: "POST", body, headers, keepalive });
  if (learner()) return send();
  const reply = queue.then(() => alone(send));
  queue = reply.then(greet, () => {});
  return reply;
}

/** One tab at a time, where the browser can arrange it. @param {() => Promise<Response>} send */
function alone(send) {
  return navigator.locks ? navigator.locks.request("descent-learner", send) : send();
}

/** @param {Response} reply */
function greet(reply) {
  document.documentElement.dataset.learner = reply.headers.get("Descent-Learner") ?? "";
}
