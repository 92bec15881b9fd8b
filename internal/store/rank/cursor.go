package rank

import (
	"encoding/base64"
	"encoding/binary"
	"hash/fnv"
	"strings"

	"sangdam/internal/store"
)

// A cursor is the URL-safe base64 of: a checksum over the query and the rest (8 bytes), the generation (8 bytes), the session,
// a NUL, and the place of the last pair given. The checksum keeps a cursor with its query.

func writeCursor(q store.RankQuery, generation uint64, last standing) string {
	rest := binary.BigEndian.AppendUint64(nil, generation)
	rest = append(rest, last.session+"\x00"...)
	rest = append(rest, last.place...)
	return base64.RawURLEncoding.EncodeToString(append(checksum(q, rest), rest...))
}

// readCursor returns the standing after which a query goes on, the zero value for the first page.
func readCursor(q store.RankQuery, generation uint64) (standing, error) {
	if q.After == "" {
		return standing{}, nil
	}
	data, err := base64.RawURLEncoding.Strict().DecodeString(q.After)
	if err != nil || base64.RawURLEncoding.EncodedLen(len(data)) != len(q.After) || // line breaks, which decoding goes over
		len(data) < 16 || string(data[:8]) != string(checksum(q, data[8:])) {
		return standing{}, store.ErrBadCursor
	}
	session, place, ok := strings.Cut(string(data[16:]), "\x00")
	if !ok || len(place) < 10 || binary.BigEndian.Uint64(data[8:]) != generation {
		return standing{}, store.ErrBadCursor
	}
	return standing{[]byte(place), session}, nil
}

func checksum(q store.RankQuery, rest []byte) []byte {
	h := fnv.New64a()
	h.Write([]byte(q.Session + "\x00" + q.Firm + "\x00" + q.Buyer + "\x00"))
	h.Write(rest)
	return h.Sum(nil)
}
