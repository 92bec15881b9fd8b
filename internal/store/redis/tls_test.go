package redis_test

import (
	"errors"
	"testing"

	"sangdam/internal/store"
	"sangdam/internal/store/redis"
	"sangdam/internal/store/redistest"
)

// TestOverTLS talks to a Redis that takes TLS only and asks for a certificate.
func TestOverTLS(t *testing.T) {
	server := redistest.StartTLS(t)
	s := open(t, server.URL, redis.Options{})
	if err := s.Ready(t.Context()); err != nil {
		t.Fatal(err)
	}
	key := store.Key{Space: "jinju-2027", Kind: "event", ID: "current"}
	if _, err := s.Write(t.Context(), store.Change{Key: key, Value: []byte("draft")}); err != nil {
		t.Fatal(err)
	}
	version, err := s.Write(t.Context(), store.Change{Key: key, Value: []byte("document")})
	if err != nil {
		t.Fatal(err)
	}
	if r, err := s.Get(t.Context(), key); err != nil || string(r.Value) != "document" || r.Version != version {
		t.Errorf("%+v, %v", r, err)
	}
	for n, err := range s.Watch(t.Context(), key.Space, version-1) {
		if err != nil || n.Version != version {
			t.Errorf("%+v, %v", n, err)
		}
		break
	}
	if warnings, err := s.Warnings(t.Context()); err != nil || len(warnings) > 0 {
		t.Errorf("%v, %v", warnings, err)
	}
	for name, url := range map[string]string{"an authority that is not known": server.WithoutCA, "no certificate of one's own": server.NoCert} {
		stranger := open(t, url, redis.Options{})
		if err := stranger.Ready(t.Context()); !errors.Is(err, store.ErrUnavailable) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestInstallationsShareARedis: of what is under one prefix the other knows nothing.
func TestInstallationsShareARedis(t *testing.T) {
	server := redistest.Start(t)
	one, other := open(t, server.URL, redis.Options{}), open(t, server.URL+"?prefix=busan", redis.Options{})
	key := store.Key{Space: "jinju-2027", Kind: "event", ID: "current"}
	if _, err := one.Write(t.Context(), store.Change{Key: key, Value: []byte("one")}); err != nil {
		t.Fatal(err)
	}
	if _, err := other.Get(t.Context(), key); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("the other reads it: %v", err)
	}
	if spaces, err := other.Spaces(t.Context(), "", 10); err != nil || len(spaces) > 0 {
		t.Errorf("the other lists it: %v %v", spaces, err)
	}
	if err := other.Drop(t.Context(), key.Space); err != nil {
		t.Fatal(err)
	}
	if r, err := one.Get(t.Context(), key); err != nil || string(r.Value) != "one" {
		t.Errorf("after the other dropped it: %+v %v", r, err)
	}
}
