package redis_test

import (
	"testing"

	"sangdam/internal/store/redis"
	"sangdam/internal/store/redistest"
	"sangdam/internal/store/storetest"
)

// BenchmarkStore measures with a server on the same machine that keeps every acknowledged write.
func BenchmarkStore(b *testing.B) {
	storetest.Bench(b, open(b, redistest.Start(b).URL, redis.Options{}))
}
