package event

// What an id may refer to, as messages call it.
var (
	sessionWord = words("상담회", "session", "场次", "сессия")
	firmWord    = words("참가 기업", "firm", "企业", "фирма")
	buyerWord   = words("바이어", "buyer", "买家", "покупатель")
	companyWord = words("기업", "company", "公司", "компания")
	tableWord   = words("테이블", "table", "桌子", "стол")
)

// session checks that an id names a session and returns it, or nil.
func (v *validator) session(at *place, id string) *Session {
	s := v.index.Session(id)
	if s == nil {
		v.unknown(at, id, sessionWord)
	}
	return s
}

// firm checks that an id names a firm and returns it, or nil.
func (v *validator) firm(at *place, id string) *Firm {
	f := v.index.Firm(id)
	if f == nil {
		v.unknown(at, id, firmWord)
	}
	return f
}

// buyer checks that an id names a buyer and returns it, or nil.
func (v *validator) buyer(at *place, id string) *Buyer {
	b := v.index.Buyer(id)
	if b == nil {
		v.unknown(at, id, buyerWord)
	}
	return b
}

// unknown reports an id that names nothing, with the nearest that does.
func (v *validator) unknown(at *place, id string, kind Text) {
	v.nowhere(at, id, kind, func() []string { return v.known(kind) })
}

// nowhere adds an unknown id. The known ones are compared only for faults that will be told: it is slow.
func (l *faultList) nowhere(at *place, id string, kind Text, known func() []string) {
	code, args := CodeUnknownID, Args{"got": plain(cut(id)), "kind": kind}
	if len(l.faults) < MaxFaults && len(id) <= maxKey {
		if like, ok := Nearest(id, known()); ok {
			code, args["nearest"] = CodeMistypedID, plain(like)
		}
	}
	l.add(at, code, args)
}

func (v *validator) known(kind Text) []string {
	name := kind.In("en")
	if ids, ok := v.ids[name]; ok {
		return ids
	}
	var ids []string
	if name == "session" {
		for i := range v.event.Sessions {
			ids = append(ids, v.event.Sessions[i].ID)
		}
	}
	if name == "firm" || name == "company" {
		for i := range v.event.Firms {
			ids = append(ids, v.event.Firms[i].ID)
		}
	}
	if name == "buyer" || name == "company" {
		for i := range v.event.Buyers {
			ids = append(ids, v.event.Buyers[i].ID)
		}
	}
	if v.ids == nil {
		v.ids = make(map[string][]string)
	}
	v.ids[name] = ids
	return ids
}

// unique checks that an id is used once among those of seen, and remembers it.
func (l *faultList) unique(at *place, id string, seen map[string]*place) {
	if first, twice := seen[id]; twice {
		l.add(at, CodeDuplicateID, Args{"got": plain(cut(id)), "first": plain(first)})
		return
	}
	seen[id] = at
}

// meeting checks the three ids that name a meeting and that both sides take part in the session.
func (v *validator) meeting(at *place, session, firm, buyer string) (s *Session, f *Firm, b *Buyer, ok bool) {
	s = v.session(at.field("session"), session)
	f = v.firm(at.field("firm"), firm)
	b = v.buyer(at.field("buyer"), buyer)
	if s == nil || f == nil || b == nil {
		return s, f, b, false
	}
	_, firmIn := f.In(s)
	_, buyerIn := b.In(s)
	if !firmIn {
		v.add(at.field("firm"), CodeNotTakingPart, Args{"got": plain(firm), "session": plain(session)})
	}
	if !buyerIn {
		v.add(at.field("buyer"), CodeNotTakingPart, Args{"got": plain(buyer), "session": plain(session)})
	}
	return s, f, b, firmIn && buyerIn
}
