package desk

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"strings"
	"time"
)

// A linkCode is what the secret part of a personal link says: which link of which event, for whom, until when. It is signed,
// so that a forged one is refused without a read of the store, and names a record, so that it can be revoked.
type linkCode struct {
	event, company, id string
	expires            time.Time // in whole seconds
}

const (
	linkFormat = 1
	macBytes   = 16 // 128 bits: short enough for a small QR code, and nobody can try that often
	linkIDLen  = 12 // letters of base 32: unique, not secret
)

// sign writes a code: format, expiry, id, event, NUL, company, and a truncated HMAC-SHA256 over them, in base64url.
func (l linkCode) sign(secret []byte) string {
	b := []byte{linkFormat}
	b = binary.BigEndian.AppendUint64(b, uint64(l.expires.Unix()))
	b = append(b, l.id...)
	b = append(b, l.event+"\x00"+l.company...)
	return base64.RawURLEncoding.EncodeToString(append(b, macOf(secret, b)...))
}

func macOf(secret, message []byte) []byte {
	mac := hmac.New(sha256.New, secret)
	mac.Write([]byte("sangdam link\x00"))
	mac.Write(message)
	return mac.Sum(nil)[:macBytes]
}

// readLink reads a code that was signed with the secret; ok is false for any other.
func readLink(secret []byte, code string) (l linkCode, ok bool) {
	const head = 1 + 8 + linkIDLen
	b, err := base64.RawURLEncoding.Strict().DecodeString(code)
	if err != nil || len(b) < head+macBytes || b[0] != linkFormat {
		return l, false
	}
	message := b[:len(b)-macBytes]
	if !hmac.Equal(b[len(b)-macBytes:], macOf(secret, message)) {
		return l, false
	}
	l.expires = time.Unix(int64(binary.BigEndian.Uint64(b[1:])), 0).UTC()
	l.id = string(b[9:head])
	l.event, l.company, ok = strings.Cut(string(message[head:]), "\x00")
	return l, ok
}
