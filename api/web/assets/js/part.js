// Parts of a page that a script asked for itself.

/** Puts the HTML that the server made in the place of what an element holds. Scripts in it do not run. */
export function show(target, html) {
  const nodes = new DOMParser().parseFromString(html, "text/html").body.childNodes;
  target.replaceChildren(...nodes);
  window.htmx.process(target);
}
