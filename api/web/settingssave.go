package web

import (
	"errors"
	"net/http"

	"sangdam/event"
)

var (
	// errFaulty is a form with faults, which are noted elsewhere.
	errFaulty = errors.New("web: the form has faults")
	// errOvertaken is a form of something that another organizer changed meanwhile.
	errOvertaken = errors.New("web: another organizer was first")
)

// err is errFaulty when there are faults.
func (f *faulty) err() error {
	if len(f.found) > 0 {
		return errFaulty
	}
	return nil
}

// A formWrite is a form on its way into the event.
type formWrite struct {
	form    filled
	wrong   *faulty
	stamp   func(ev *event.Event) (string, error) // of what is stored of that which the form shows; nil: the form is of something new
	read    func(ev *event.Event) event.Losses    // writes the form into the event and notes faults in wrong
	field   func(event.Fault) string              // finds the field of a fault of the document
	besides []beside
}

// saveForm saves a form. The status is 0 when it is saved, else the one with which it is shown again because of its faults, which are noted, because
// another organizer was first, or because of what saving it would bring about. Faults of the document are told together with those of the
// form, but for fields that have one already. The error is one that is none of the form's.
func (r *request) saveForm(w formWrite) (status int, told effect, err error) {
	told, err = r.change(w.form.get("agreed"), func(ev *event.Event) (event.Losses, error) {
		if w.stamp != nil {
			now, err := w.stamp(ev)
			if err == nil && now != w.form.get("stamp") {
				err = errOvertaken
			}
			if err != nil {
				return event.Losses{}, err
			}
		}
		w.wrong.found = nil
		lost := w.read(ev)
		w.wrong.takeElsewhere(ev, w.field)
		return lost, w.wrong.err()
	}, w.besides...)
	faults, isFaults := errors.AsType[event.Faults](err)
	switch {
	case err == nil && told.Stamp == "":
		return 0, effect{}, nil
	case err == nil:
		return http.StatusConflict, told, nil
	case errors.Is(err, errOvertaken):
		return http.StatusPreconditionFailed, effect{}, nil
	case isFaults:
		w.wrong.take(faults, w.field)
	case !errors.Is(err, errFaulty):
		return 0, effect{}, err
	}
	return http.StatusUnprocessableEntity, effect{}, nil
}

// takeElsewhere notes what is wrong with the document that a faulty form was written into, at the fields that have no fault of their own.
func (f *faulty) takeElsewhere(ev *event.Event, field func(event.Fault) string) {
	faults, _ := ev.Validate().(event.Faults)
	if len(f.found) == 0 || len(faults) == 0 {
		return
	}
	own := map[string]bool{}
	for _, fault := range f.found {
		own[fault.Name] = true
	}
	var others event.Faults
	for _, fault := range faults {
		if name := field(fault); name != "" && !own[name] {
			others = append(others, fault)
		}
	}
	f.take(others, field)
}
