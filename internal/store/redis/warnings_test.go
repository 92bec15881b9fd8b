package redis_test

import (
	"strings"
	"testing"
	"time"

	goredis "github.com/redis/go-redis/v9"

	"sangdam/internal/store/redis"
	"sangdam/internal/store/redistest"
	"sangdam/internal/store/storetest"
)

// warned returns the settings that the warnings of a store speak of.
func warned(t *testing.T, url string) string {
	t.Helper()
	s := open(t, url, redis.Options{})
	warnings, err := s.Warnings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var about []string
	for _, w := range warnings {
		for _, setting := range []string{"appendonly no:", "appendfsync everysec", "no-appendfsync-on-rewrite yes", "maxmemory-policy allkeys-lru", "CONFIG GET", "min-replicas-to-write 0"} {
			if strings.Contains(w, setting) {
				about = append(about, setting)
			}
		}
	}
	if len(about) != len(warnings) {
		t.Errorf("%q speak of %q", warnings, about)
	}
	return strings.Join(about, ", ")
}

func TestSettingsThatLoseWritesAreToldOf(t *testing.T) {
	for want, settings := range map[string][]string{
		"":                              {"--maxmemory-policy", "allkeys-lru"}, // without a limit it does not count
		"appendonly no:":                {"--appendonly", "no"},
		"appendfsync everysec":          {"--appendfsync", "everysec"},
		"no-appendfsync-on-rewrite yes": {"--no-appendfsync-on-rewrite", "yes"},
		"maxmemory-policy allkeys-lru":  {"--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru"},
		"CONFIG GET":                    {"--rename-command", "CONFIG", ""},
	} {
		if got := warned(t, redistest.Start(t, settings...).URL); got != want {
			t.Errorf("%q: warned of %q, want %q", settings, got, want)
		}
	}
}

func TestAUserWhoMayNotReadTheSettings(t *testing.T) {
	server := redistest.Start(t)
	options, err := goredis.ParseURL(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	admin := goredis.NewClient(options)
	defer func() { _ = admin.Close() }()
	if err := admin.Do(t.Context(), "ACL", "SETUSER", "desk", "on", ">secret", "~sangdam:*", "&sangdam:*", "+@all", "-@dangerous").Err(); err != nil {
		t.Fatal(err)
	}
	url := strings.Replace(server.URL, "redis://", "redis://desk:secret@", 1)
	if got := warned(t, url); got != "CONFIG GET" {
		t.Errorf("warned of %q", got)
	}
	// Everything else works with no more rights than these.
	s := open(t, url, redis.Options{SweepEvery: -1})
	storetest.Fill(t, s, time.Now())
	if _, err := s.Sweep(t.Context()); err != nil {
		t.Error(err)
	}
	if err := s.Ready(t.Context()); err != nil {
		t.Error(err)
	}
	if err := s.Drop(t.Context(), "jinju-2027"); err != nil {
		t.Error(err)
	}
}

func TestAReplicaIsToldOf(t *testing.T) {
	if got := warned(t, redistest.StartSentinel(t).URL); got != "min-replicas-to-write 0" {
		t.Errorf("warned of %q", got)
	}
}
