package matcher

import (
	"maps"
	"slices"

	"sangdam/event"
	"sangdam/matcher/internal/hs"
	"sangdam/matcher/internal/lexicon"
	"sangdam/matcher/internal/sector"
)

// A side is a firm or a buyer compiled for scoring.
type side struct {
	firm      *event.Firm // one of the two is set
	buyer     *event.Buyer
	topics    []topic // products or needs; one that stands for the whole side when it lists none
	certified certificates
	languages []string
	markets   []string // of a firm
	country   string   // of a buyer
	volume    grade    // US dollars a year: a firm's capacity, a buyer's volume
	minimum   grade    // US dollars an order, of a firm
	masks     masks
}

// A topic is a product or a need.
type topic struct {
	product *event.Product // nil for a need, or for a side that lists nothing
	need    *event.Need
	name    event.Text
	sectors sector.Set
	codes   []hs.Place
	text    *lexicon.Reading // shared by topics of equal text; never nil
	written []string         // the codes as the document has them
}

// A vocabulary holds what is shared by the two sides of an event: the taxonomy of sectors, and what was found out about texts.
type vocabulary struct {
	sectors *sector.Taxonomy
	memory  memory
	// whether the masks of sides tell all languages and certificates
	languageMasks, certificateMasks bool
	// readings are by text; used while compiling, by one goroutine.
	readings map[string]*lexicon.Reading
}

// newVocabulary takes the event's own sectors into the taxonomy, also those that it only uses: two sides that write the
// same unknown word still mean the same.
func newVocabulary(ev *event.Event) *vocabulary {
	tax := sector.With(ev.Sectors)
	own := slices.Clone(ev.Sectors)
	seen := map[string]bool{}
	meet := func(ids []string) {
		_, unknown := tax.Resolve(ids)
		for _, id := range unknown {
			if !seen[id] {
				seen[id] = true
				own = append(own, event.Sector{ID: id})
			}
		}
	}
	for i := range ev.Firms {
		meet(ev.Firms[i].Sectors)
		for j := range ev.Firms[i].Products {
			meet(ev.Firms[i].Products[j].Sectors)
		}
	}
	for i := range ev.Buyers {
		meet(ev.Buyers[i].Sectors)
		for j := range ev.Buyers[i].Needs {
			meet(ev.Buyers[i].Needs[j].Sectors)
		}
	}
	if len(seen) > 0 {
		tax = sector.With(own)
	}
	return &vocabulary{sectors: tax, readings: map[string]*lexicon.Reading{}}
}

func (w *vocabulary) firm(f *event.Firm) side {
	s := side{firm: f, certified: heldBy(f.Certificates), languages: f.Languages, markets: f.Markets}
	s.volume.value, s.volume.known = f.CapacityUSD.Get()
	s.minimum.value, s.minimum.known = f.MinimumOrderUSD.Get()
	for i := range f.Products {
		p := &f.Products[i]
		t := w.topic(p.Name, p.Sectors, f.Sectors, p.HS, p.Name, p.Description)
		t.product = p
		s.topics = append(s.topics, t)
	}
	if len(s.topics) == 0 {
		s.topics = []topic{w.topic(f.Name, nil, f.Sectors, nil)}
	}
	return s
}

func (w *vocabulary) buyer(b *event.Buyer) side {
	s := side{buyer: b, certified: requiredBy(b.RequiredCertificates), languages: b.Languages, country: b.Country}
	s.volume.value, s.volume.known = b.VolumeUSD.Get()
	for i := range b.Needs {
		n := &b.Needs[i]
		t := w.topic(n.Description, n.Sectors, b.Sectors, n.HS, n.Description)
		t.need = n
		s.topics = append(s.topics, t)
	}
	if len(s.topics) == 0 {
		s.topics = []topic{w.topic(b.Name, nil, b.Sectors, nil)}
	}
	return s
}

// topic compiles a product or need. Its own sectors, when it names any, come before those of the company.
func (w *vocabulary) topic(name event.Text, own, company, codes []string, texts ...event.Text) topic {
	t := topic{name: name, written: codes, text: &silent}
	if len(own) == 0 {
		own = company
	}
	t.sectors, _ = w.sectors.Resolve(own)
	for _, written := range codes {
		if c, ok := hs.Parse(written); ok {
			for _, now := range hs.Current(c) {
				t.codes = append(t.codes, hs.At(now))
			}
		}
	}
	if text := together(texts); !text.IsZero() {
		t.text = w.read(text)
	}
	return t
}

// silent is the reading of no text.
var silent lexicon.Reading

// read understands a text, once for all topics that have the same.
func (w *vocabulary) read(text event.Text) *lexicon.Reading {
	key := text.Plain
	for _, lang := range slices.Sorted(maps.Keys(text.By)) {
		key += "\x00" + lang + "\x00" + text.By[lang]
	}
	r, ok := w.readings[key]
	if !ok {
		reading := lexicon.Read(text)
		r = &reading
		w.readings[key] = r
	}
	return r
}

// together joins texts language by language.
func together(texts []event.Text) event.Text {
	var out event.Text
	for _, t := range texts {
		switch {
		case t.IsZero():
		case out.IsZero():
			out = t
		case t.By == nil && out.By == nil:
			out.Plain += ". " + t.Plain
		default:
			out = event.Text{By: merged(out, t)}
		}
	}
	return out
}

// merged takes a plain text as one in a language of its own, "", which the lexicon reads by its script.
func merged(a, b event.Text) map[string]string {
	by := map[string]string{}
	for _, t := range []event.Text{a, b} {
		if t.By == nil {
			t.By = map[string]string{"": t.Plain}
		}
		for lang, s := range t.By {
			if by[lang] != "" && s != "" {
				by[lang] += ". "
			}
			by[lang] += s
		}
	}
	return by
}
