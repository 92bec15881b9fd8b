package web

import (
	"fmt"
	"html/template"
)

// icons are drawn on a grid of 24 with lines, so that they take the colour of the text beside them.
var icons = map[string]string{
	"brand":    `<path d="M4 5h10a3 3 0 0 1 3 3v3a3 3 0 0 1-3 3H9l-4 3v-3.2A3 3 0 0 1 3 11V6a1 1 0 0 1 1-1Z"/><path d="M10 17.5h5l4 2.5v-2.8a3 3 0 0 0 2-2.8V11"/>`,
	"start":    `<path d="M4 11 12 4l8 7"/><path d="M6 10v9h12v-9"/><path d="M10 19v-5h4v5"/>`,
	"matches":  `<rect x="4" y="4" width="16" height="16" rx="2"/><path d="M4 9.3h16M4 14.7h16M9.3 4v16M14.7 4v16"/>`,
	"schedule": `<rect x="4" y="5" width="16" height="15" rx="2"/><path d="M4 10h16M8 3v4M16 3v4"/><path d="M8 14h3M13 17h3"/>`,
	"mend":     `<path d="M15.500 4.500a4.500 4.500 0 0 0-5.400 6L4 16.600V20h3.400l6.100-6.100a4.500 4.500 0 0 0 6-5.400L16.500 11 13 7.500Z"/>`,
	"publish":  `<path d="M12 15V4"/><path d="m8 8 4-4 4 4"/><path d="M5 13v6h14v-6"/>`,
	"outcomes": `<path d="M4 12.5 8.5 17 20 6"/>`,
	"report":   `<path d="M5 20V4"/><path d="M5 20h15"/><path d="M9 16v-4M13 16V8M17 16v-6"/>`,
	"live":     `<circle cx="12" cy="12" r="2"/><path d="M8 8a5.6 5.6 0 0 0 0 8M16 8a5.6 5.6 0 0 1 0 8M5 5a10 10 0 0 0 0 14M19 5a10 10 0 0 1 0 14"/>`,
	"settings": `<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>`,
	"menu":     `<path d="M4 7h16M4 12h16M4 17h16"/>`,
	"back":     `<path d="M20 12H5"/><path d="m11 6-6 6 6 6"/>`,
	"down":     `<path d="m6 9 6 6 6-6"/>`,
	"plus":     `<path d="M12 5v14M5 12h14"/>`,
	"globe":    `<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c3 3 3 14 0 17M12 3.5c-3 3-3 14 0 17"/>`,
	"theme":    `<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17a8.5 8.5 0 0 0 0-17Z" fill="currentColor"/>`,
	"leave":    `<path d="M14 5H6v14h8"/><path d="M10 12h10M17 8.5 20.5 12 17 15.5"/>`,
	"close":    `<path d="m6 6 12 12M18 6 6 18"/>`,
	"upload":   `<path d="M12 16V5"/><path d="m7.5 9.5 4.5-4.5 4.5 4.5"/><path d="M4 15v4h16v-4"/>`,
	"download": `<path d="M12 4v11"/><path d="m7.5 10.5 4.5 4.5 4.5-4.5"/><path d="M4 15v4h16v-4"/>`,
	"file":     `<path d="M6 3h8l4 4v14H6Z"/><path d="M14 3v4h4"/><path d="M9 12h6M9 16h6"/>`,
	"sheet":    `<rect x="4" y="4" width="16" height="16" rx="2"/><path d="M4 9h16M4 14h16M10 4v16"/>`,
	"people":   `<circle cx="9" cy="8" r="3"/><path d="M3.5 19c.5-3.5 2.5-5 5.5-5s5 1.5 5.5 5"/><path d="M15.5 5.500a3 3 0 0 1 0 5M17 14.300c2 .7 3.2 2.2 3.5 4.7"/>`,
	"firm":     `<path d="M4 20V9l5 3V9l5 3V5h5v15Z"/><path d="M8 16h2M13 16h2"/>`,
	"buyer":    `<path d="M5 8h14l-1 12H6Z"/><path d="M9 8V7a3 3 0 0 1 6 0v1"/>`,
	"lock":     `<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,
	"key":      `<circle cx="8" cy="15" r="4"/><path d="m11 12 8-8M16 7l2.5 2.5"/>`,
	"link":     `<path d="M10 14a4 4 0 0 0 6 .3l3-3a4 4 0 0 0-5.7-5.700l-1 1"/><path d="M14 10a4 4 0 0 0-6-.3l-3 3a4 4 0 0 0 5.7 5.700l1-1"/>`,
	"history":  `<path d="M4 12a8 8 0 1 0 2.5-5.800L4 8.5"/><path d="M4 4v4.500h4.5"/><path d="M12 8v4.500l3 2"/>`,
	"trash":    `<path d="M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13"/>`,
	"copy":     `<rect x="9" y="9" width="11" height="11" rx="2"/><path d="M15 9V5a1 1 0 0 0-1-1H5a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h4"/>`,
	"print":    `<path d="M7 9V4h10v5"/><path d="M7 17H4v-8h16v8h-3"/><path d="M7 14h10v6H7Z"/>`,
	"search":   `<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`,
	"undo":     `<path d="M8 5 4 9l4 4"/><path d="M4 9h10a5.5 5.5 0 0 1 0 11h-3"/>`,
	"redo":     `<path d="m16 5 4 4-4 4"/><path d="M20 9H10a5.5 5.5 0 0 0 0 11h3"/>`,
	"clock":    `<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.500l3.5 2"/>`,
	"table":    `<path d="M3 9h18M5 9l1 11M19 9l-1 11M4 9V7h16v2"/>`,
	"play":     `<path d="M8 5v14l11-7Z"/>`,
	"stop":     `<rect x="6.5" y="6.5" width="11" height="11" rx="1"/>`,
	"problem":  `<path d="M12 3.5 2.5 20h19Z"/><path d="M12 10v4.500M12 17.200v.1"/>`,
	"good":     `<circle cx="12" cy="12" r="8.5"/><path d="m8 12.5 2.7 2.700L16 9.5"/>`,
	"info":     `<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 7.800v.1"/>`,
	"warn":     `<path d="M12 3.5 2.5 20h19Z"/><path d="M12 10v4.500M12 17.200v.1"/>`,
	"bad":      `<circle cx="12" cy="12" r="8.5"/><path d="M12 7.500v5.500M12 16.200v.1"/>`,
	"scales":   `<path d="M12 4v16M7 20h10M5 7h14"/><path d="m5 7-2.5 6h5ZM19 7l-2.5 6h5Z"/>`,
}

// icon returns a picture that says nothing a text beside it does not say.
func icon(name string) (template.HTML, error) {
	drawing, ok := icons[name]
	if !ok {
		return "", fmt.Errorf("web: there is no icon %q", name)
	}
	return template.HTML(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">` + drawing + `</svg>`), nil
}
