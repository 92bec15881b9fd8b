// The switch between light and dark. The choice is a cookie, so that the server draws the next page right; choosing what the
// system says anyway takes the cookie away.
document.querySelector("[data-theme-switch]")?.addEventListener("click", () => {
  const root = document.documentElement;
  const system = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const next = (root.dataset.theme ?? system) === "dark" ? "light" : "dark";
  if (next === system) delete root.dataset.theme;
  else root.dataset.theme = next;
  document.cookie = `sangdam-theme=${next}; path=/; samesite=strict; max-age=${next === system ? 0 : 31536000}`;
  document.dispatchEvent(new CustomEvent("sangdam:theme"));
});
