package web

import (
	"cmp"
	"slices"
	"strings"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// A sectorsView is the form of the sectors that an event has of its own.
type sectorsView struct {
	formView
	Base    string
	Rows    []sectorView
	Blank   sectorView // that the script copies
	Parents []choice   // the sectors there are
}

// A sectorView is the row of a sector. Its id is only asked for while it is new: companies refer to it.
type sectorView struct {
	rowView
	ID      string
	IDField formField
	Name    formGroup
	Parent  formField
}

// sectorsPart is the list of sectors by which an event extends or moves those that every event has.
type sectorsPart struct{}

func (sectorsPart) name() string               { return "sectors" }
func (sectorsPart) rows(*event.Event) []string { return []string{"sectors"} }
func (sectorsPart) stored(ev *event.Event) any { return ev.Sectors }
func (sectorsPart) key() []string              { return []string{"id"} }

func (sectorsPart) fill(_ *request, ev *event.Event) filled {
	f := newFilled()
	for _, s := range ev.Sectors {
		at := f.addItem("sectors", s)
		f.values[at+"id"], f.values[at+"parent"] = s.ID, s.Parent
		f.setText(at+"name", s.Name)
	}
	return f
}

func (sectorsPart) read(f *faulty, form filled, ev *event.Event) {
	before := itemsBy(ev.Sectors)
	builtin, known := map[string]bool{}, map[string]bool{}
	for _, s := range desk.BuiltinSectors() {
		builtin[s.ID], known[s.ID] = true, true
	}
	for _, row := range form.rows["sectors"] {
		known[form.get("sectors."+row+".id")] = true
	}
	var out []event.Sector
	f.items = nil
	for _, row := range form.rows["sectors"] {
		at := "sectors." + row + "."
		s := before[form.get(at+"was")]
		parent := s.Parent
		s.ID, s.Parent = form.get(at+"id"), form.get(at+"parent")
		if !event.IsID(s.ID) {
			f.add(at+"id", "id")
		}
		if s.Parent != "" && s.Parent != parent && !known[s.Parent] {
			f.add(at+"parent", "no_such_sector", lang.Args{"ID": s.Parent})
		}
		if s.Name = form.text(at+"name", s.Name); s.Name.In(f.voice.Language()) == "" && !builtin[s.ID] {
			f.add(at+"name.ko", "sector_name")
		}
		out, f.items = append(out, s), append(f.items, at)
	}
	ev.Sectors = out
}

func (sectorsPart) field(f *faulty, _ filled, fault event.Fault) string {
	i, field := itemAt("sectors", fault.Location)
	if i < 0 || i >= len(f.items) {
		return ""
	}
	if field == "name" {
		field += ".ko"
	}
	return f.items[i] + field
}

// tell names the companies whose sectors would be unknown, beside what becomes of the pairs.
func (sectorsPart) tell(r *request) beside {
	return func(before, after *event.Event, follows desk.Consequences) ([]effectPart, error) {
		shifts, err := r.shifts(before, after, follows)
		was, now := desk.SectorNames(everySector(before)), desk.SectorNames(everySector(after))
		gone := func(ids []string) (words []string) {
			for _, id := range ids {
				if _, still := now[id]; !still && was[id].In("en") != "" {
					words = append(words, cmp.Or(r.voice.Text(was[id]), id))
				}
			}
			return words
		}
		index := event.NewIndex(before)
		var lines []string
		add := func(id string, sectors []string) {
			if words := gone(sectors); len(words) > 0 {
				lines = append(lines, r.company(index, id).Name+": "+strings.Join(words, ", "))
			}
		}
		for i := range before.Firms {
			add(before.Firms[i].ID, sectorsOfFirm(&before.Firms[i]))
		}
		for i := range before.Buyers {
			add(before.Buyers[i].ID, sectorsOfBuyer(&before.Buyers[i]))
		}
		if len(lines) == 0 {
			return shifts, err
		}
		return append([]effectPart{partOf(r.voice.Count("websetup.effect.sectors", len(lines)), lines)}, shifts...), err
	}
}

// everySector is an event of which SectorNames names the sectors of products and needs, too.
func everySector(ev *event.Event) *event.Event {
	var all event.Firm
	for i := range ev.Firms {
		all.Sectors = append(all.Sectors, sectorsOfFirm(&ev.Firms[i])...)
	}
	for i := range ev.Buyers {
		all.Sectors = append(all.Sectors, sectorsOfBuyer(&ev.Buyers[i])...)
	}
	return &event.Event{Sectors: ev.Sectors, Firms: []event.Firm{all}}
}

// sectorsOfFirm are the ids that a firm and its products name, each once.
func sectorsOfFirm(f *event.Firm) []string {
	return sectorsWith(f.Sectors, f.Products, func(p event.Product) []string { return p.Sectors })
}

// sectorsOfBuyer are the ids that a buyer and its needs name, each once.
func sectorsOfBuyer(b *event.Buyer) []string {
	return sectorsWith(b.Sectors, b.Needs, func(n event.Need) []string { return n.Sectors })
}

// sectorsWith are the ids of a company and those of its goods, in order, each once.
func sectorsWith[T any](own []string, goods []T, of func(T) []string) []string {
	out := slices.Clone(own)
	for _, g := range goods {
		out = append(out, of(g)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (sectorsPart) sum(r *request, ev *event.Event) (lines []string) {
	for _, s := range ev.Sectors {
		lines = append(lines, cmp.Or(r.voice.Text(s.Name), s.ID))
	}
	return lines
}

func (sectorsPart) page(r *request, ev *event.Event, b *formBuilder, v formView) view {
	out := &sectorsView{formView: v, Base: b.filled.values["base.sectors"]}
	names := map[string]string{}
	for _, s := range slices.Concat(desk.BuiltinSectors(), ev.Sectors) {
		if names[s.ID] == "" {
			out.Parents = append(out.Parents, choice{Value: s.ID})
		}
		names[s.ID] = cmp.Or(r.voice.Text(s.Name), names[s.ID], s.ID)
	}
	for i := range out.Parents {
		out.Parents[i].Name = names[out.Parents[i].Value]
	}
	for _, row := range b.filled.rows["sectors"] {
		out.Rows = append(out.Rows, r.sectorRow(b, row, names))
	}
	out.Blank = r.sectorRow(newFormBuilder(r.voice, newFilled(), nil), "NEW", nil)
	out.Faults = b.summary()
	return out
}

func (r *request) sectorRow(b *formBuilder, row string, names map[string]string) sectorView {
	at := "sectors." + row + "."
	v := sectorView{IDField: b.field(at+"id", "text", "sector.id"), Name: b.text(at+"name", "text", "sector.name"), Parent: b.suggested(at+"parent", "sector.parent", "sectors")}
	id := v.IDField.Value
	title := cmp.Or(r.voice.Text(b.filled.text(at+"name", event.Text{})), id, r.voice.Say("websetup.item.untitled"))
	if parent := names[b.filled.get(at+"parent")]; parent != "" {
		title = parent + " › " + title
	}
	v.rowView = b.row("sectors", row, title)
	if v.Was != "" {
		v.ID = id
	}
	return v
}
