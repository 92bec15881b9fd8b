package event

// keptFaults limits the memory that a hopeless document takes; the faults beyond are counted.
const keptFaults = 10 * MaxFaults

// A faultList collects what validation finds.
type faultList struct {
	faults  Faults
	leftOut int
}

func (l *faultList) add(at *place, code Code, args Args) {
	if len(l.faults) == keptFaults {
		l.leftOut++
		return
	}
	l.faults = append(l.faults, Fault{Location: at.String(), Code: code, Args: args})
}

// err returns the faults as an error, nil when there are none.
func (l *faultList) err() error {
	if len(l.faults) == 0 {
		return nil
	}
	return l.faults.capped(l.leftOut)
}
