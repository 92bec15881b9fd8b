package sheet

// Rows of products and needs whose company is not known are no part of the document, which has faults then. So that what
// else is wrong with them is told at once, they hang on a company that stands for none.
var orphanage = map[string]object{
	"firms":  {"id": "rows-of-firms-that-are-not-known"},
	"buyers": {"id": "rows-of-buyers-that-are-not-known", "country": "KR"},
}

// addOrphans adds rows without a company to a side of the document, to be validated with the others.
func (r *reader) addOrphans(side, field string, rows []record, at []spot) {
	if len(rows) == 0 {
		return
	}
	stand := object{}
	for name, v := range orphanage[side] {
		stand[name] = v
	}
	list, _ := r.event[side].([]any)
	location := item(side, len(list))
	r.event[side] = append(list, stand)
	for i, rec := range rows {
		r.add(stand, location, field, rec.own, at[i])
	}
}
