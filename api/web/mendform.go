package web

import (
	"encoding/json"
	"errors"
	"net/url"
	"strconv"

	"sangdam/api/web/mending"
	"sangdam/event"
	"sangdam/internal/desk"
)

// A mendForm is what the button of a proposal sends.
type mendForm struct {
	version uint64
	changes []byte
	parts   []desk.MendedPart
	state   url.Values
	now     event.Changes // as far as the moment goes
}

func (r *request) mendForm() (*mendForm, error) {
	f := &mendForm{changes: []byte(r.PostForm("changes"))}
	var err error
	if f.version, err = strconv.ParseUint(r.PostForm("version"), 10, 64); err != nil {
		return nil, errForeign
	}
	if err := json.Unmarshal([]byte(r.PostForm("parts")), &f.parts); err != nil {
		return nil, errors.Join(errForeign, err)
	}
	if err := json.Unmarshal(f.changes, &f.now); err != nil {
		return nil, errors.Join(errForeign, err)
	}
	if f.state, err = url.ParseQuery(r.PostForm("state")); err != nil {
		return nil, errors.Join(errForeign, err)
	}
	return f, nil
}

// passed reports whether the clock went past a slot while a proposal that goes by the clock was looked at: some of its meetings
// may have begun.
func (r *request) passed(f *mendForm) bool {
	current, err := r.desk.Event(r.Request.Context(), r.caller, r.Param("event"))
	if err != nil || f.state.Get("first") != "" {
		return false // a fault is told by what follows
	}
	session := current.Value.Session(f.state.Get("session"))
	if session == nil {
		return false
	}
	first, _ := mending.Clock(session, r.site.Clock())
	c, err := mending.Changes(current.Value, session, nil, first, first)
	if err != nil {
		return false
	}
	was, began := f.now.Now.Get()
	is, begins := c.Now.Get()
	return begins && (!began || was.Before(is))
}
