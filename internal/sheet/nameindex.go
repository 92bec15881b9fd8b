package sheet

import "strings"

// A nameIndex finds who is called what, in constant time a word.
type nameIndex struct {
	ids   map[string]bool
	ranks [3]map[string][]string // ids by folded id, by folded name, by name without the form of the company
}

func newNameIndex() *nameIndex {
	n := &nameIndex{ids: make(map[string]bool)}
	for i := range n.ranks {
		n.ranks[i] = make(map[string][]string)
	}
	return n
}

// add takes one in, with its texts of the document.
func (n *nameIndex) add(id string, texts ...any) {
	if id == "" {
		return
	}
	n.ids[id] = true
	n.learn(0, strings.ToLower(narrow(id)), id)
	for _, v := range texts {
		t := renderText(v)
		n.name(t.plain, id)
		for _, s := range t.by {
			n.name(s, id)
		}
	}
}

func (n *nameIndex) name(s, id string) {
	n.learn(1, folded(s), id)
	n.learn(2, companyName(s), id)
}

func (n *nameIndex) learn(rank int, word, id string) {
	ids := n.ranks[rank][word]
	if word == "" || len(ids) > 0 && ids[len(ids)-1] == id {
		return
	}
	n.ranks[rank][word] = append(ids, id)
}

// called lists the ids that a word may stand for, in order. An id goes before ids in other letters, f01, these before names, and names as they are
// before those without the form of the company.
func (n *nameIndex) called(word string) []string {
	if n.ids[word] {
		return []string{word}
	}
	for i, key := range []string{strings.ToLower(narrow(word)), folded(word), companyName(word)} {
		if ids := n.ranks[i][key]; len(ids) > 0 {
			return sorted(ids)
		}
	}
	return nil
}
