package redis

import (
	"context"
	"fmt"
	"log/slog"

	goredis "github.com/redis/go-redis/v9"
)

// LogTo has the Redis client, which otherwise writes to standard error, tell of lost connections and failovers in a log, as
// debugging: what matters comes back as errors. It is for the whole process.
func LogTo(log *slog.Logger) { goredis.SetLogger(logger{log}) }

type logger struct{ *slog.Logger }

func (l logger) Printf(ctx context.Context, format string, v ...any) {
	l.DebugContext(ctx, "redis client", "said", fmt.Sprintf(format, v...))
}
