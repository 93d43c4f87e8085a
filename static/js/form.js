// @ts-check
// The form of a figure is its state: read it as the query of a run, or of the page's address; fill
// it from an address. Keys in the page carry the figure's id in front.

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

/** @param {HTMLElement} figure */
export function form(figure) {
  return /** @type {HTMLFormElement} */ (figure.querySelector("form"));
}

/** @param {HTMLElement} figure @param {string} key @returns {HTMLInputElement} */
export function field(figure, key) {
  return /** @type {any} */ (form(figure).elements.namedItem(`${figure.id}.${key}`));
}

/** @param {HTMLElement} figure @returns {HTMLElement[]} */
export function rows(figure) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (figure.querySelectorAll(".orow[data-key]"))];
}

/** @param {HTMLElement} row */
export function isOn(row) {
  return /** @type {HTMLInputElement | null} */ (row.querySelector(".chk"))?.checked ?? true;
}

/**
 * The optimizer of a row as on the wire.
 * @param {HTMLElement} figure @param {HTMLElement} row @param {string[]} without hyperparameters left out
 */
export function wire(figure, row, without = []) {
  const key = row.dataset.key ?? "";
  const prefix = `${figure.id}.${key}.`;
  const pairs = [...form(figure).elements]
    .map((element) => /** @type {Field} */ (element))
    .filter((element) => element.name.startsWith(prefix))
    .filter((element) => !without.includes(element.name.slice(prefix.length)))
    .map((element) => `${element.name.slice(prefix.length)}=${lastGood(element)}`);
  return `${key.replace(/-\d+$/, "")}(${pairs.join(",")})`;
}

/**
 * A field that is wrong keeps acting with the value that last was right, one that was moved while a
 * training went on with the value that it began with.
 * @param {Field} element
 */
export function lastGood(element) {
  return element.dataset.begun ?? element.dataset.good ?? element.value.trim();
}

/** Whether a formula has this name. @param {string} formula @param {string} name */
export function mentions(formula, name) {
  return new RegExp(`(?<!\\w)${name}(?!\\w)`).test(formula);
}

/** What is minimised: a problem's name where its formula is unchanged. @param {HTMLElement} figure */
export function objective(figure) {
  const text = lastGood(field(figure, "objective")).trim();
  const options = [...figure.querySelectorAll(".examples option[data-formula]")];
  const named = options.find((option) => /** @type {any} */ (option).dataset.formula === text);
  const query = new URLSearchParams();
  query.set("objective", /** @type {HTMLOptionElement} */ (named)?.value ?? text);
  const prefix = `${figure.id}.param.`;
  for (const element of form(figure).elements) {
    const { name } = /** @type {Field} */ (element);
    if (name.startsWith(prefix) && mentions(text, name.slice(prefix.length))) {
      query.set(name.slice(figure.id.length + 1), lastGood(/** @type {Field} */ (element)));
    }
  }
  return query;
}

/** Updates from one frame to the next: all are kept up to the figure's limit. @param {HTMLElement} figure */
export function every(figure) {
  const steps = Number(lastGood(field(figure, "steps")));
  return Math.max(1, Math.ceil(steps / Number(figure.dataset.frames)));
}

/** The query of the run that the form asks for. @param {HTMLElement} figure */
export function runQuery(figure) {
  const query = objective(figure);
  query.set("start", field(figure, "start").value);
  query.set("steps", lastGood(field(figure, "steps")));
  query.set("every", String(every(figure)));
  for (const row of rows(figure).filter(isOn)) query.append("optimizer", wire(figure, row));
  if (field(figure, "noise")) {
    query.set("noise", lastGood(field(figure, "noise")));
    query.set("seed", field(figure, "seed").value);
  }
  return query;
}

/**
 * What the address must say of a figure: fields that differ from what its author wrote, and the
 * rows, where they do. Pure but for reading the form.
 * @param {HTMLElement} figure
 * @returns {[string, string][]}
 */
export function addressEntries(figure) {
  const all = rows(figure);
  const isAsWritten = (/** @type {HTMLElement} */ row) =>
    [.../** @type {NodeListOf<Field>} */ (row.querySelectorAll(".param [name]"))]
      .every((field) => field.value === field.dataset.default);
  const untouched =
    all.every((row) => isOn(row) && isAsWritten(row)) &&
    all.map((row) => row.dataset.key).join(" ") === figure.dataset.rows;
  /** @type {[string, string][]} */
  const entries = [];
  for (const element of form(figure).elements) {
    const input = /** @type {HTMLInputElement} */ (element);
    if (!input.name) continue;
    if (input.type === "checkbox") {
      if (!untouched && input.checked) entries.push([input.name, input.value]);
    } else {
      const value = input.dataset.begun ?? input.value;
      if (value !== input.dataset.default || isRemembered(input)) entries.push([input.name, value]);
    }
  }
  return entries;
}

/** The first field of a row that is off says that the row is there. @param {HTMLElement} input */
function isRemembered(input) {
  const row = /** @type {HTMLElement | null} */ (input.closest(".orow"));
  return row !== null && !isOn(row) && row.querySelector(".num") === input;
}

/**
 * The address with a figure's entries in place of those that it has.
 * @param {string} search
 * @param {string} id
 * @param {[string, string][]} entries
 */
export function merged(search, id, entries) {
  const query = new URLSearchParams(search);
  for (const key of [...query.keys()]) if (key.startsWith(`${id}.`)) query.delete(key);
  for (const [key, value] of entries) query.append(key, value);
  const text = query.toString().replaceAll("%2C", ",").replaceAll("%28", "(").replaceAll("%29", ")");
  return text ? `?${text}` : "";
}

/** The keys of the rows that an address asks for. @param {HTMLElement} figure @param {URLSearchParams} query */
export function rowsOf(figure, query) {
  const prefix = `${figure.id}.`;
  const keys = new Set(query.getAll(`${prefix}optimizer`));
  for (const key of query.keys()) {
    const parts = key.startsWith(prefix) ? key.slice(prefix.length).split(".") : [];
    if (parts.length === 2 && parts[0] !== "param") keys.add(parts[0]);
  }
  return keys.size ? keys : new Set((figure.dataset.rows ?? "").split(" "));
}

/** Fills the form from an address; the rows must be there. @param {HTMLElement} figure @param {URLSearchParams} query */
export function fill(figure, query) {
  const on = query.getAll(`${figure.id}.optimizer`);
  const given = [...query.keys()].some((key) => /\..+\./.test(key) && key.startsWith(`${figure.id}.`));
  for (const element of form(figure).elements) {
    const input = /** @type {HTMLInputElement} */ (element);
    if (!input.name || input.classList.contains("edit")) continue;
    delete input.dataset.good;
    input.removeAttribute("aria-invalid");
    if (input.type === "checkbox") {
      input.checked = on.length ? on.includes(input.value) : !given;
    } else {
      input.value = query.get(input.name) ?? input.dataset.default ?? input.value;
    }
  }
}
