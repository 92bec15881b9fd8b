package sector

import (
	"testing"

	"sangdam/event"
)

func closeness(t *testing.T, tax *Taxonomy, a, b string) float64 {
	t.Helper()
	x, unknown := tax.Resolve([]string{a})
	y, more := tax.Resolve([]string{b})
	if len(unknown)+len(more) > 0 {
		t.Fatalf("unknown sectors %v %v", unknown, more)
	}
	return tax.Closeness(x[0], y[0])
}

func TestCloseness(t *testing.T) {
	tax := With(nil)
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"aerospace", "aerospace", 1}, {"aerospace", "aircraft-parts", 0.75}, {"casting", "welding", 0.5},
		{"precision-machining", "aircraft-parts", 0.5}, {"aerospace", "food", 0}, {"hydraulics", "construction-machinery", 0.75},
		{"Construction_Machinery", "construction-equipment", 1}, {"root", "heat-treatment", 0.75},
	} {
		if got := closeness(t, tax, c.a, c.b); got != c.want {
			t.Errorf("%s and %s: %.2f, want %.2f", c.a, c.b, got, c.want)
		}
		if back := closeness(t, tax, c.b, c.a); back != closeness(t, tax, c.a, c.b) {
			t.Errorf("%s and %s: closeness depends on the order", c.a, c.b)
		}
	}
}

func TestBuiltinTaxonomyIsSound(t *testing.T) {
	ids := map[string]bool{}
	for _, n := range builtin {
		for _, id := range append([]string{n.id}, n.aliases...) {
			if ids[id] {
				t.Errorf("%q stands for two sectors", id)
			}
			if normal(id) != id {
				t.Errorf("%q is not written as the taxonomy writes ids", id)
			}
			ids[id] = true
		}
		for _, name := range n.name {
			if name == "" {
				t.Errorf("%q lacks a name in one of the languages", n.id)
			}
		}
	}
	for _, n := range builtin {
		if n.parent != "" && !ids[n.parent] {
			t.Errorf("%q has an unknown parent %q", n.id, n.parent)
		}
	}
	for _, a := range affinities {
		if !ids[a.a] || !ids[a.b] || a.length <= 0 || a.length >= far {
			t.Errorf("affinity %v is not sound", a)
		}
	}
	roots := 0
	for _, n := range builtin {
		if n.parent == "root-industry" {
			roots++
		}
	}
	if roots != 14 {
		t.Errorf("%d root technologies, want the 14 of the act", roots)
	}
}

func TestEventExtendsTheTaxonomy(t *testing.T) {
	tax := With([]event.Sector{
		{ID: "rotor-blades", Parent: "aircraft-parts", Name: event.Text{Plain: "로터 블레이드"}},
		{ID: "ceramics", Name: event.Text{Plain: "진주 세라믹"}},
	})
	if got := closeness(t, tax, "rotor-blades", "aircraft-parts"); got != 0.75 {
		t.Errorf("own sector and its parent: %.2f, want 0.75", got)
	}
	if got := closeness(t, tax, "rotor-blades", "aerospace"); got != 0.5 {
		t.Errorf("own sector and its grandparent: %.2f, want 0.5", got)
	}
	set, _ := tax.Resolve([]string{"ceramics"})
	if got := tax.Name(set[0]).In("ko"); got != "진주 세라믹" {
		t.Errorf("renamed sector is called %q", got)
	}
	if _, unknown := With(nil).Resolve([]string{"rotor-blades"}); len(unknown) != 1 {
		t.Error("an event's own sectors leak into the built-in taxonomy")
	}
}
