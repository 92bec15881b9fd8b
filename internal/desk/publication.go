package desk

import "time"

// A publicationHead is the record of which publication is in force: small, since every agenda begins with it.
type publicationHead struct {
	Number int       `json:"number"`
	At     time.Time `json:"at"`
	Hidden bool      `json:"hidden,omitzero"` // it was taken back
}

type draftKey struct {
	run                   string
	version, eventVersion uint64
}
