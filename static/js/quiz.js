// @ts-check
// takes a form.quiz / sends its answer to the server / shows the mark in the card.
export function mount() {}
