// @ts-check
// Formulas: the server sends TeX as text in .math elements; KaTeX draws it through the DOM, which
// a strict content security policy allows.
import "katex";

const SHORT = 24;

/**
 * Draws every formula below a node that is not drawn yet.
 * @param {ParentNode} root
 */
export function typeset(root) {
  for (const element of root.querySelectorAll(".math:not([data-tex])")) {
    render(/** @type {HTMLElement} */ (element), element.textContent ?? "");
    if (!element.classList.contains("display")) keep(/** @type {HTMLElement} */ (element));
  }
}

/**
 * Draws one formula in place of what the element holds; the TeX stays in data-tex.
 * @param {HTMLElement} element
 * @param {string} tex
 */
export function render(element, tex) {
  element.dataset.tex = tex;
  // @ts-ignore katex sets a global
  globalThis.katex.render(element.classList.contains("large") ? `\\displaystyle ${tex}` : tex, element, {
    displayMode: element.classList.contains("display"),
    throwOnError: false,
  });
  // A label that is a formula alone has a name by its TeX: MathML gives none everywhere.
  if (element.closest("label")) {
    element.setAttribute("role", "img");
    element.setAttribute("aria-label", tex);
  }
}

/** Keeps a short formula, or the end of a long one, on the line of the sign that follows it. @param {HTMLElement} element */
function keep(element) {
  const next = element.nextSibling;
  const sign = next instanceof Text ? /^[.,;:!?)\]'’”-]+/.exec(next.data)?.[0] : undefined;
  if (!sign) return;
  /** @type {Text} */ (next).deleteData(0, sign.length);
  const tied = document.createElement("span");
  tied.className = "tied";
  element.after(tied);
  tied.append((element.dataset.tex ?? "").length > SHORT ? end(element) : element, sign);
}

/** Takes from a formula what stands after its last possible break, in the same wrapping. @param {HTMLElement} element */
function end(element) {
  const last = [...element.querySelectorAll(".katex-html > *")].pop();
  if (!last) return "";
  const [shell, inner] = [".katex", ".katex-html"].map((css) => /** @type {Element} */ (element.querySelector(css)?.cloneNode()));
  inner.append(last);
  shell.append(inner);
  return shell;
}
