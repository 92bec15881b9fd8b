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

// hindered tells what became of a form that was to be saved, from what change returned: 0 when it is saved, else the status with which it is
// shown again. Faults of the document are noted at the fields that field finds for them. The error is one that is none of the
// form's.
func (f *faulty) hindered(told effect, err error, field func(event.Fault) string) (status int, other error) {
	faults, isFaults := errors.AsType[event.Faults](err)
	switch {
	case err == nil && told.Stamp == "":
		return 0, nil
	case err == nil:
		return http.StatusConflict, nil
	case errors.Is(err, errOvertaken):
		return http.StatusPreconditionFailed, nil
	case isFaults:
		f.take(faults, field)
	case !errors.Is(err, errFaulty):
		return 0, err
	}
	return http.StatusUnprocessableEntity, nil
}
