package web_test

import (
	"testing"

	"sangdam/api/web/webtest"
)

// A click of a test that hits what lies above for a moment is made again.
func TestAClickThatMissesIsMadeAgain(t *testing.T) {
	t.Parallel()
	s := webtest.Start(t)
	p := s.Open(t).Page(t, webtest.View{Language: "en"})
	p.Go("/")
	p.Run(`(() => {
		const veil = document.createElement("div");
		Object.assign(veil.style, { position: "fixed", inset: "0", zIndex: 999 });
		veil.addEventListener("pointerup", () => veil.remove());
		document.body.append(veil);
		document.querySelector(".brand").addEventListener("click", (e) => { e.preventDefault(); document.title = "hit"; });
	})()`)
	p.Click(".brand")
	p.Until(`document.title === "hit"`)
}
