package b2b

import (
	"errors"
	"fmt"
	"io"
	"slices"
)

// Limits on what Read accepts. They are far above any published instance, and keep a bad file from filling the memory.
const (
	MaxBytes        = 16 << 20
	MaxParticipants = 10_000
	MaxMeetings     = 100_000
	MaxSlots        = 1_000
	MaxTables       = 10_000
)

// Read reads an instance. A fault of syntax comes alone; otherwise the error joins every fault of the file, each a *Fault
// with its line. meetingsxBusiness and nMeetingsBusiness follow from requested and are not looked at; forbidden, fixed
// and precedences may be left out, for none. Slot or meeting 0 in a set stands for nothing, as it does in the
// published files.
func Read(r io.Reader) (*Instance, error) {
	src, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("reading the instance: %w", err)
	}
	if len(src) > MaxBytes {
		return nil, &Fault{0, fmt.Sprintf("the file is larger than %d bytes", MaxBytes)}
	}
	items, err := parse(src)
	if err != nil {
		return nil, err
	}
	rd := reader{items: items, used: map[string]bool{"meetingsxBusiness": true, "nMeetingsBusiness": true}}
	in := rd.instance()
	if len(rd.faults) > 0 {
		return nil, errors.Join(rd.faults...)
	}
	return in, nil
}

// A reader turns items into an instance and collects what is wrong with them.
type reader struct {
	items  []item
	used   map[string]bool
	faults []error
}

func (r *reader) fault(line int, format string, args ...any) {
	r.faults = append(r.faults, &Fault{line, fmt.Sprintf(format, args...)})
}

// find returns the item of a name and kind, or nil after a fault; absent is a fault only when it is required.
func (r *reader) find(name string, required bool, kinds ...itemKind) *item {
	r.used[name] = true
	i := slices.IndexFunc(r.items, func(it item) bool { return it.name == name })
	if i < 0 {
		if required {
			r.fault(0, "%s is missing", name)
		}
		return nil
	}
	if !slices.Contains(kinds, r.items[i].kind) {
		r.fault(r.items[i].line, "%s is %s; it must be %s", name, r.items[i].kind, kinds[0])
		return nil
	}
	return &r.items[i]
}

func (r *reader) scalar(name string, least, most int) int {
	it := r.find(name, true, scalar)
	if it == nil {
		return 0
	}
	if it.n < least || it.n > most {
		r.fault(it.line, "%s is %d; it must be in %d..%d", name, it.n, least, most)
		return 0
	}
	return it.n
}

func (r *reader) instance() *Instance {
	in := &Instance{
		Participants: r.scalar("nBusiness", 0, MaxParticipants),
		Tables:       r.scalar("nTables", 0, MaxTables),
		Slots:        r.scalar("nTotalSlots", 0, MaxSlots),
		MorningSlots: r.scalar("nMorningSlots", 0, MaxSlots),
	}
	meetings := r.scalar("nMeetings", 0, MaxMeetings)
	if len(r.faults) > 0 {
		return nil
	}
	if in.MorningSlots > in.Slots {
		r.fault(0, "nMorningSlots is %d, more than nTotalSlots, %d", in.MorningSlots, in.Slots)
	}
	r.requested(in, meetings)
	in.Forbidden = r.sets("forbidden", "participant", in.Participants, "slots", in.Slots)
	in.Precedences = r.sets("precedences", "meeting", meetings, "meetings", meetings)
	r.fixed(in)
	for _, it := range r.items {
		if !r.used[it.name] {
			r.fault(it.line, "%s is not part of the format", it.name)
		}
	}
	return in
}

func (r *reader) requested(in *Instance, meetings int) {
	it := r.find("requested", true, table, list)
	if it == nil {
		return
	}
	rows := it.rows
	if it.kind == list && len(rows[0].values) > 0 {
		r.fault(it.line, "requested is %s; it must be %s", list, table)
		return
	} else if it.kind == list { // an instance without meetings may write []
		rows = nil
	}
	if len(rows) != meetings {
		r.fault(it.line, "requested has %d rows; nMeetings is %d", len(rows), meetings)
	}
	for m, row := range rows {
		v := row.values
		if len(v) != 3 {
			r.fault(row.line, "requested: row %d has %d numbers; it must have participant, participant, session", m+1, len(v))
			continue
		}
		for _, p := range v[:2] {
			if p < 1 || p > in.Participants {
				r.fault(row.line, "requested: row %d names participant %d; there are %d", m+1, p, in.Participants)
			}
		}
		if v[0] == v[1] {
			r.fault(row.line, "requested: row %d has participant %d meet itself", m+1, v[0])
		}
		if v[2] < int(Morning) || v[2] > int(Either) {
			r.fault(row.line, "requested: row %d has session %d; it must be 1 morning, 2 afternoon or 3 either", m+1, v[2])
		}
		in.Meetings = append(in.Meetings, Meeting{A: v[0] - 1, B: v[1] - 1, Session: Session(v[2]), Fixed: -1})
	}
}

// sets reads a list of one set an owner, of numbers 1..most, with 0 for nothing.
func (r *reader) sets(name, owner string, owners int, what string, most int) [][]int {
	out := make([][]int, owners)
	it := r.find(name, false, sets, list)
	if it == nil {
		return out
	}
	rows := it.rows
	if it.kind == list && len(rows[0].values) > 0 {
		r.fault(it.line, "%s is %s; it must be %s", name, it.kind, sets)
		return out
	} else if it.kind == list {
		rows = nil
	}
	if len(rows) != owners {
		r.fault(it.line, "%s has %d sets; it must have one a %s, %d", name, len(rows), owner, owners)
		return out
	}
	for i, row := range rows {
		for _, v := range row.values {
			if v < 0 || v > most {
				r.fault(row.line, "%s: the set of %s %d holds %d; there are %d %s", name, owner, i+1, v, most, what)
			} else if v > 0 {
				out[i] = append(out[i], v-1)
			}
		}
		slices.Sort(out[i])
		out[i] = slices.Compact(out[i])
	}
	return out
}

func (r *reader) fixed(in *Instance) {
	it := r.find("fixed", false, list)
	if it == nil {
		return
	}
	v := it.rows[0].values
	if len(v) != len(in.Meetings) {
		r.fault(it.line, "fixed has %d entries; it must have one a meeting, %d", len(v), len(in.Meetings))
		return
	}
	for m, t := range v {
		if t < 0 || t > in.Slots {
			r.fault(it.line, "fixed: meeting %d stands in slot %d; there are %d slots (0: not fixed)", m+1, t, in.Slots)
			continue
		}
		in.Meetings[m].Fixed = t - 1
	}
}
