// @ts-check
// takes the form of a question that asks for an order / rows are dragged, or given their place; the
// others make room. The answer stays the place of each row as the server showed it.

/** @param {HTMLFormElement} form */
export function order(form) {
  const list = /** @type {HTMLElement | null} */ (form.querySelector(".order"));
  if (!list) return {};
  const rows = /** @type {HTMLElement[]} */ ([...list.children]);
  const picks = rows.map((row) => /** @type {HTMLSelectElement} */ (row.querySelector("select")));
  const answers = picks.map((pick) => {
    const answer = document.createElement("input");
    Object.assign(answer, { type: "hidden", name: "answer", value: pick.value });
    pick.removeAttribute("name");
    list.before(answer);
    return answer;
  });

  list.classList.add("drags");
  picks.forEach((pick, i) =>
    pick.addEventListener("change", () => {
      const others = [...list.children].filter((row) => row !== rows[i]);
      list.insertBefore(rows[i], others[Number(pick.value) - 1] ?? null);
      settle();
      pick.focus();
    }));
  rows.forEach((row) => {
    row.addEventListener("pointerdown", (event) => {
      if (/** @type {Element} */ (event.target).closest("select")) return;
      row.setPointerCapture(event.pointerId);
      row.classList.add("held");
      event.preventDefault();
    });
    row.addEventListener("pointermove", (event) => {
      if (!row.hasPointerCapture(event.pointerId)) return;
      const over = [...list.children].find((other) => {
        const box = other.getBoundingClientRect();
        return other !== row && event.clientY > box.top && event.clientY < box.bottom;
      });
      if (!over) return;
      const isBelow = row.compareDocumentPosition(over) & Node.DOCUMENT_POSITION_FOLLOWING;
      list.insertBefore(row, isBelow ? over.nextSibling : over);
      row.setPointerCapture(event.pointerId);
    });
    for (const end of ["pointerup", "pointercancel"]) {
      row.addEventListener(end, () => {
        if (!row.classList.contains("held")) return;
        row.classList.remove("held");
        settle();
      });
    }
  });
  form.addEventListener("restored", follow);
  follow();

  /** The places are those of the rows as they stand. */
  function settle() {
    const standing = [...list.children];
    rows.forEach((row, i) => {
      picks[i].value = answers[i].value = String(standing.indexOf(row) + 1);
    });
    answers[0].dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** The rows stand as the answer says. */
  function follow() {
    const places = answers.map((answer) => Number(answer.value));
    rows
      .map((row, i) => ({ row, place: places[i] }))
      .sort((a, b) => a.place - b.place)
      .forEach(({ row }) => list.append(row));
    picks.forEach((pick, i) => (pick.value = answers[i].value));
  }

  return {};
}
