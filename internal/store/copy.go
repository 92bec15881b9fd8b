package store

import (
	"context"
	"errors"
	"fmt"
	"iter"
)

// A Mover is a home that a store can be moved out of and into with Copy.
type Mover interface {
	Store

	// Dump yields all records of a space, in the order of their kinds and ids. It is no picture of one moment.
	Dump(ctx context.Context, space string) iter.Seq2[Record, error]

	// Load puts records of one space as they are, with their versions and dates, and raises the version of the space to
	// version if that is higher. The log begins anew behind it: whoever watches is told to read afresh.
	Load(ctx context.Context, space string, version uint64, records []Record) error
}

// ErrNotEmpty is returned by Copy for a destination that holds something.
var ErrNotEmpty = errors.New("store: the destination is not empty")

// Copied counts what Copy copied.
type Copied struct{ Spaces, Records, Pairs int }

const (
	// copyBytes is about how many bytes of records one Load takes.
	copyBytes = 1 << 20
	// copyPage is how many spaces, or pairs of a ranking, are read at a time.
	copyPage = 1000
	// copyTries is how often a space is copied again because it was written to meanwhile.
	copyTries = 3
)

// Copy copies everything into an empty store: the records of all spaces with their versions, dates and expiry, and the
// rankings. Versions stay, because documents speak of them: a run of the event's version that it solved. Logs are not
// copied: a watcher that goes on at the new place is told to read afresh. Each space is copied as it was at one moment, but the
// spaces at different ones, so whoever writes should be stopped first.
func Copy(ctx context.Context, from, to Mover) (Copied, error) {
	var total Copied
	if there, err := spaces(ctx, to); err != nil {
		return total, err
	} else if len(there) > 0 {
		return total, ErrNotEmpty
	}
	all, err := spaces(ctx, from)
	if err != nil {
		return total, err
	}
	for _, space := range all {
		n, err := copySpace(ctx, from, to, space)
		if err != nil {
			return total, fmt.Errorf("space %q: %w", space, err)
		}
		total.Spaces++
		total.Records += n.Records
		total.Pairs += n.Pairs
	}
	return total, nil
}

// spaces lists the spaces that hold records, the one without a name among them.
func spaces(ctx context.Context, s Mover) ([]string, error) {
	var out []string
	for range s.Dump(ctx, "") {
		out = append(out, "")
		break
	}
	for after := ""; ; {
		page, err := s.Spaces(ctx, after, copyPage)
		if err != nil {
			return nil, err
		}
		out = append(out, page...)
		if len(page) < copyPage {
			return out, nil
		}
		after = page[len(page)-1]
	}
}

// copySpace copies a space until it was not written to meanwhile.
func copySpace(ctx context.Context, from, to Mover, space string) (n Copied, err error) {
	for range copyTries {
		version, err := from.Version(ctx, space)
		if err != nil {
			return n, err
		}
		n.Records, err = copyRecords(ctx, from, to, space, version)
		if err != nil {
			return n, err
		}
		if n.Pairs, err = copyRanking(ctx, from, to, space); err != nil && !errors.Is(err, ErrBadCursor) {
			return n, err
		}
		after, errAfter := from.Version(ctx, space)
		if errAfter != nil || after == version && err == nil {
			return n, errAfter
		}
		if err := to.Drop(ctx, space); err != nil {
			return n, err
		}
	}
	return n, fmt.Errorf("it is being written to; copied %d times in vain", copyTries)
}

func copyRecords(ctx context.Context, from, to Mover, space string, version uint64) (n int, err error) {
	var records []Record
	size := 0
	flush := func() error {
		err := to.Load(ctx, space, version, records)
		records, size = records[:0], 0
		return err
	}
	for r, err := range from.Dump(ctx, space) {
		if err != nil {
			return n, err
		}
		n++
		records, size = append(records, r), size+len(r.Value)
		if size >= copyBytes {
			if err := flush(); err != nil {
				return n, err
			}
		}
	}
	return n, flush()
}

// copyRanking copies the ranking of a space, if there is one.
func copyRanking(ctx context.Context, from, to Mover, space string) (int, error) {
	var pairs []Ranked
	for q := (RankQuery{Limit: copyPage}); ; {
		page, err := from.Top(ctx, space, q)
		if errors.Is(err, ErrNotFound) {
			return 0, nil
		}
		if err != nil {
			return 0, err
		}
		pairs = append(pairs, page.Pairs...)
		if q.After = page.Next; q.After == "" {
			return len(pairs), to.SetRanking(ctx, space, page.Version, pairs)
		}
	}
}
