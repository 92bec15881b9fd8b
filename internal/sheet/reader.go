package sheet

import (
	"cmp"
	"slices"

	"sangdam/event"
	"sangdam/internal/sheet/delimited"
	"sangdam/internal/sheet/grid"
)

// A reader builds the event document from tables, and remembers where everything came from.
type reader struct {
	grids  []grid.Grid
	tables map[string]*table // by key of the sheet
	scope  *scope

	event     object
	companies map[string]*company
	numbered  map[string]*company // buyers whose id is that of a firm, which is a fault
	origin    map[string]spot     // by location in the document

	unknownColumns []unknownColumn
	sectorsSeen    map[sectorPlace]*unknownSector
	sectorOrder    []sectorPlace
	names          map[string]*nameIndex
	namesSeen      []*namesOfSheet

	faults []Fault
	notes  []Note
	told   map[spot]bool // cells with a fault of their own
	// Cells that could not be read, so that what refers to them may seem wrong: ids, and what meetings are judged by.
	unreadIDs, unreadRules bool
}

// A spot is a row or cell of a table.
type spot struct {
	table  *table
	row    int
	column int // 0: the row
}

// assemble makes an event of what was read, or faults.
func assemble(grids []grid.Grid, others []string, opt ReadOptions) *Result {
	r := &reader{
		grids: grids, tables: make(map[string]*table), scope: newScope(opt.Sectors),
		event: object{"sangdam": event.Format, "sessions": []any{}, "firms": []any{}, "buyers": []any{}}, companies: make(map[string]*company), numbered: make(map[string]*company),
		origin: make(map[string]spot), told: make(map[spot]bool), sectorsSeen: make(map[sectorPlace]*unknownSector), names: make(map[string]*nameIndex),
	}
	r.scope.called = r.called
	r.recognize(others)
	r.readEvent()
	r.readSessions()
	r.readSectors()
	r.readCompanies()
	r.readLists()
	r.noteSectors()
	r.noteNames()
	return r.finish()
}

// rows calls f for every row of a sheet that says something.
func (r *reader) rows(key string, f func(at spot, rec record)) {
	t := r.tables[key]
	if t == nil {
		return
	}
	byColumn := make(map[*Column][]placed, len(t.columns))
	var exacts []int
	for _, p := range t.columns {
		byColumn[p.column] = append(byColumn[p.column], p)
		if p.column.Kind == KindExact {
			exacts = append(exacts, p.position)
		}
	}
	formulas := &formulaCount{}
	for _, row := range t.grid.Rows {
		if row.Number <= t.header || t.isBlank(row) || isExample(row) {
			continue
		}
		if isTotal(row) {
			r.note(t, grid.Spot{Row: row.Number, Column: 1}, "total", nil)
			continue
		}
		at := spot{table: t, row: row.Number}
		hollow := make(map[*Column]bool)
		rec := t.sheet.record(func(c *Column) told { return r.cells(at, row, byColumn[c], hollow, formulas) }, r.scope)
		r.applyExact(at, row, exacts, rec)
		r.problems(at, rec)
		r.seeSectors(at, rec)
		r.seeNames(at, rec)
		for i := range t.sheet.Columns {
			c := &t.sheet.Columns[i]
			if c.Required && c.Field == "" && rec.keys[c.Key] == "" && rec.problems[c.Key] == nil && !hollow[c] && t.where(c, "") > 0 {
				r.cellFault(at, c, "missing", args{"Name": c.Heading})
			}
		}
		f(at, rec)
	}
	if formulas.count > 0 {
		r.note(t, formulas.first, "formulas", args{"Count": formulas.count})
	}
}

type formulaCount struct {
	count int
	first grid.Spot
}

// cells gathers what a row says in the columns of one kind.
func (r *reader) cells(at spot, row grid.Row, columns []placed, hollow map[*Column]bool, formulas *formulaCount) told {
	t := told{}
	for _, p := range columns {
		c := row.At(p.position)
		switch c.Kind {
		case grid.Failure, grid.Hollow:
			code := "failure"
			if c.Kind == grid.Hollow {
				code = "hollow"
			}
			hollow[p.column] = true
			r.faultAt(spot{at.table, at.row, p.position}, code, args{"Got": shortened(c.Text)})
			continue
		}
		if c.Kind == grid.Number && p.column.Kind != KindNumber && p.column.Kind != KindWhole {
			c.Text = rounded(c.Text)
		}
		if c.Formula {
			if formulas.count++; formulas.count == 1 {
				formulas.first = grid.Spot{Row: at.row, Column: p.position}
			}
		}
		switch {
		case p.language == "" && t.plain == "":
			t.plain = c.Text
		case p.language != "":
			if t.by == nil {
				t.by = make(map[string]string)
			}
			if t.by[p.language] == "" {
				t.by[p.language] = c.Text
			}
		}
	}
	return t
}

func (r *reader) applyExact(at spot, row grid.Row, columns []int, rec record) {
	text := ""
	for _, position := range columns {
		text += row.At(position).Text
	}
	if clean(text) == "" {
		return
	}
	exact, ok := parseExact(text)
	if !ok {
		r.faultAt(spot{at.table, at.row, columns[0]}, "exact", args{"Got": shortened(text)})
		return
	}
	for _, field := range at.table.sheet.apply(exact, rec, r.scope) {
		r.note(at.table, grid.Spot{Row: at.row, Column: columns[0]}, "outdated", args{"Name": field})
	}
}

func (r *reader) problems(at spot, rec record) {
	for i := range at.table.sheet.Columns {
		c := &at.table.sheet.Columns[i]
		if p := rec.problems[c.Key]; p != nil {
			r.cellFault(at, c, p.code, p.args)
		}
	}
}

// cellFault tells a fault of a row's cell in a column.
func (r *reader) cellFault(at spot, c *Column, code string, a args) {
	at.column = at.table.where(c, "")
	r.faultAt(at, code, a)
}

func (r *reader) faultAt(at spot, code string, a args) {
	if r.told[at] {
		return
	}
	r.told[at] = true
	r.remember(at)
	if code != "echo" {
		r.fault(at.table, grid.Spot{Row: at.row, Column: at.column}, code, a)
	}
}

// remember keeps what else a fault may make seem wrong.
func (r *reader) remember(at spot) {
	key := ""
	for _, p := range at.table.columns {
		if p.position == at.column {
			key = p.column.Key
		}
	}
	switch at.table.sheet.Key {
	case "sessions":
		r.unreadIDs = r.unreadIDs || key == "id" || key == "tables"
		r.unreadRules = true
	case "firms", "buyers":
		r.unreadIDs = r.unreadIDs || key == "id"
		r.unreadRules = r.unreadRules || key == "id" || key == "sessions" || key == "country" || key == "languages"
	case "tables", "interpreters":
		r.unreadIDs, r.unreadRules = true, true
	case "slots", "participation", "unavailability":
		r.unreadRules = true
	}
}

func (r *reader) fault(t *table, at grid.Spot, code string, a args) {
	if len(r.faults) == keptFaults {
		r.faults = append(r.faults, Fault{})
	}
	if len(r.faults) > keptFaults {
		return
	}
	f := fault(code, a)
	f.place(t, at)
	r.faults = append(r.faults, f)
}

// keptFaults limits the work that a hopeless file makes.
const keptFaults = 10 * event.MaxFaults

func (f *Fault) place(t *table, at grid.Spot) {
	f.Sheet, f.File, f.Row, f.Column, f.Cell = t.grid.Name, t.grid.File, at.Row, at.Column, cellName(at.Row, at.Column)
	if at.Row != t.header {
		f.Heading = t.headingAt(at.Column)
	}
}

func fault(code string, a args) Fault {
	return Fault{Code: code, Problem: say("sheet.fault."+code+".problem", a), Want: say("sheet.fault."+code+".want", a)}
}

func (r *reader) note(t *table, at grid.Spot, code string, a args) {
	n := Note{Code: code, Text: say("sheet.note."+code, a), Cell: cellName(at.Row, at.Column)}
	if t != nil {
		n.Sheet = t.grid.Name
	}
	r.notes = append(r.notes, n)
}

// fileNotes says what was found out about text files, once where it is the same of all, and which cells could not be read
// in their encoding.
func (r *reader) fileNotes() {
	alike := !slices.ContainsFunc(r.grids, func(g grid.Grid) bool {
		return g.Encoding != r.grids[0].Encoding || g.Delimiter != r.grids[0].Delimiter
	})
	for i := range r.grids {
		g := &r.grids[i]
		t := &table{grid: g}
		if g.Encoding != "" && (g.Encoding != delimited.UTF8Mark || g.Delimiter != ',') && (i == 0 || !alike) {
			a := args{"Encoding": g.Encoding, "Delimiter": map[rune]string{',': ",", ';': ";", '\t': "TAB"}[g.Delimiter]}
			if alike {
				r.note(nil, grid.Spot{}, "encoding", a)
			} else {
				r.note(t, grid.Spot{}, "encoding", a)
			}
		}
		if g.External && i == 0 {
			r.note(nil, grid.Spot{}, "external", nil)
		}
	}
}

// garbled tells the cells that could not be read in the encoding of their file.
func (r *reader) garbled(t *table) {
	for _, s := range t.grid.Garbled {
		r.faultAt(spot{t, s.Row, s.Column}, "garbled", args{"Encoding": t.grid.Encoding})
	}
}

// add puts an object into a list of the document and remembers its row.
func (r *reader) add(owner object, ownerLocation, field string, v any, at spot) string {
	list, _ := owner[field].([]any)
	location := item(join(ownerLocation, field), len(list))
	owner[field] = append(list, v)
	r.origin[location] = at
	return location
}

// inFileOrder sorts faults by sheet, row and column.
func (r *reader) inFileOrder(faults []Fault) {
	place := make(map[[2]string]int)
	for i, g := range r.grids {
		place[[2]string{g.Name, g.File}] = i + 1
	}
	slices.SortStableFunc(faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(place[[2]string{a.Sheet, a.File}], place[[2]string{b.Sheet, b.File}]),
			cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column))
	})
}
