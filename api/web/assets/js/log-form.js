// The form of what came of a meeting: one that was not held has no amounts.

/** Has a form follow whether the meeting was held. */
export function followHeld(form) {
  const follow = () => { form.querySelector(".log-amounts").hidden = form.elements.held.value === "no"; };
  form.addEventListener("change", follow);
  follow();
}
