package redis

import (
	"context"
	_ "embed"

	goredis "github.com/redis/go-redis/v9"
)

// Each script says at its head what its KEYS, ARGV and result are. Redis runs a script as one step that nothing comes between.
var (
	//go:embed scripts/write.lua
	writeSource string
	//go:embed scripts/drop.lua
	dropSource string
	//go:embed scripts/list.lua
	listSource string
	//go:embed scripts/load.lua
	loadSource string
	//go:embed scripts/rank.lua
	rankSource string
	//go:embed scripts/sweep.lua
	sweepSource string
	//go:embed scripts/forget.lua
	forgetSource string

	writeScript  = goredis.NewScript(writeSource)
	dropScript   = goredis.NewScript(dropSource)
	listScript   = goredis.NewScript(listSource)
	loadScript   = goredis.NewScript(loadSource)
	rankScript   = goredis.NewScript(rankSource)
	sweepScript  = goredis.NewScript(sweepSource)
	forgetScript = goredis.NewScript(forgetSource)
)

// run runs a script. One that changes something is carried out even when ctx ends meanwhile, so that the caller learns what
// happened; the client's own time limits bound it.
func (s *Store) run(ctx context.Context, script *goredis.Script, keys []string, args ...any) *goredis.Cmd {
	return script.Run(context.WithoutCancel(ctx), s.client, keys, args...)
}
