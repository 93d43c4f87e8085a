// @ts-check
// takes a figure whose formula names what has no value / gives each such name a field and a slider.
import { field, form } from "./form.js";
import { Refusal } from "./newest.js";

/**
 * Whether the server asks for parameters that the form did not have; it has them now.
 * @param {HTMLElement} figure
 * @param {Error} error
 */
export function addParameters(figure, error) {
  if (!(error instanceof Refusal)) return false;
  const keys = error.errors.map(({ key }) => key);
  const areNew = keys.every((key) => key.startsWith("param.") && !field(figure, key));
  if (areNew) keys.forEach((key) => add(figure, key));
  return areNew && keys.length > 0;
}

/** @param {HTMLElement} figure @param {string} key such as param.a */
function add(figure, key) {
  const template = /** @type {HTMLTemplateElement} */ (figure.querySelector("template.parameter-form"));
  const fresh = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  const input = /** @type {HTMLInputElement} */ (fresh.querySelector(".num"));
  const label = /** @type {HTMLLabelElement} */ (fresh.querySelector("label"));
  const name = key.slice("param.".length);
  fresh.dataset.parameter = name;
  input.name = `${figure.id}.${key}`;
  input.id = `${figure.id}-${key}`;
  input.dataset.label = name;
  label.htmlFor = input.id;
  label.textContent = name;
  const given = new URLSearchParams(location.search).get(input.name);
  if (given !== null) input.value = given;
  form(figure).querySelector("template.parameter-form")?.before(fresh);
}
