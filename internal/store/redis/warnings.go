package redis

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	goredis "github.com/redis/go-redis/v9"
)

// settings lists what Warnings reads of a server.
var settings = []string{"appendonly", "appendfsync", "no-appendfsync-on-rewrite", "maxmemory", "maxmemory-policy", "min-replicas-to-write"}

// Warnings implements store.Store: what of the settings of any master would lose writes that were acknowledged.
func (s *Store) Warnings(ctx context.Context) ([]string, error) {
	end, err := s.begin(ctx)
	if err != nil {
		return nil, err
	}
	defer end()
	var mu sync.Mutex
	var out []string
	err = s.eachMaster(ctx, func(ctx context.Context, c *goredis.Client) error {
		found, err := warnings(ctx, c)
		mu.Lock()
		defer mu.Unlock()
		out = append(out, found...)
		return err
	})
	if err != nil {
		return nil, s.failure(ctx, err)
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

// warnings looks at one server.
func warnings(ctx context.Context, c *goredis.Client) ([]string, error) {
	have := map[string]string{}
	for _, name := range settings {
		answer, err := c.ConfigGet(ctx, name).Result()
		if goredis.HasErrorPrefix(err, "NOPERM") || goredis.HasErrorPrefix(err, "unknown command") {
			return []string{"Redis does not let its settings be read (CONFIG GET), so it is not known whether they keep what was written: " +
				"appendonly yes, appendfsync always and maxmemory-policy noeviction would"}, nil
		}
		if err != nil {
			return nil, err
		}
		have[name] = answer[name]
	}
	replication, err := c.Info(ctx, "replication").Result()
	if err != nil && !goredis.HasErrorPrefix(err, "NOPERM") {
		return nil, err
	}
	return judge(have, replicas(replication)), nil
}

// judge says what settings would lose.
func judge(have map[string]string, replicas bool) (out []string) {
	if have["appendonly"] != "yes" {
		out = append(out, "Redis has appendonly no: a restart loses what was written since its last snapshot; set appendonly yes and appendfsync always")
	} else if have["appendfsync"] != "always" {
		out = append(out, fmt.Sprintf("Redis has appendfsync %s: a crash of its machine loses the last second of writes or more; set appendfsync always",
			have["appendfsync"]))
	} else if have["no-appendfsync-on-rewrite"] == "yes" {
		out = append(out, "Redis has no-appendfsync-on-rewrite yes: a crash of its machine while it rewrites its file loses writes; set it to no")
	}
	if policy := have["maxmemory-policy"]; have["maxmemory"] != "0" && policy != "noeviction" {
		out = append(out, fmt.Sprintf("Redis has maxmemory-policy %s: it deletes data when memory is short; set noeviction", policy))
	}
	if replicas && have["min-replicas-to-write"] == "0" {
		out = append(out, "Redis has replicas and min-replicas-to-write 0: a failover loses writes that no replica had received; set it to 1 or more, which bounds the loss")
	}
	return out
}

// replicas reads from INFO replication whether there are any.
func replicas(info string) bool {
	for line := range strings.Lines(info) {
		if count, ok := strings.CutPrefix(strings.TrimSpace(line), "connected_slaves:"); ok {
			return count != "0"
		}
	}
	return false
}
