package api

import (
	"math"
	"net/http"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"
	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"
)

// A limiter lets each caller make so many requests a second, and a burst of twice as many. It remembers the callers of late
// only, so that many addresses cost no memory; who is forgotten has a full allowance again.
type limiter struct {
	perSecond float64
	callers   *lru.Cache[string, *rate.Limiter]
}

const rememberedCallers = 10_000

// newLimiter returns a limiter, or nil when there is no limit.
func newLimiter(perSecond float64) *limiter {
	if perSecond <= 0 || math.IsInf(perSecond, 1) {
		return nil
	}
	callers, err := lru.New[string, *rate.Limiter](rememberedCallers)
	if err != nil {
		panic(err) // only a size below one is refused
	}
	return &limiter{perSecond, callers}
}

// allow takes one request from the caller's allowance, or returns how long to wait for the next.
func (l *limiter) allow(key string, now time.Time) (wait time.Duration, ok bool) {
	bucket, known := l.callers.Get(key)
	if !known {
		bucket = rate.NewLimiter(rate.Limit(l.perSecond), max(1, int(2*l.perSecond)))
		if before, had, _ := l.callers.PeekOrAdd(key, bucket); had {
			bucket = before
		}
	}
	if bucket.AllowN(now, 1) {
		return 0, true
	}
	missing := 1 - bucket.TokensAt(now)
	return time.Duration(missing / l.perSecond * float64(time.Second)), false
}

// rateLimited answers 429 to a caller with too many requests. Callers are told apart by their token, those without one by
// their address. It stands behind the identification, which counts refused tokens against the address.
func rateLimited(l *limiter) gin.HandlerFunc {
	return func(c *gin.Context) {
		key := "token " + requestOf(c.Request.Context()).caller.ID
		if requestOf(c.Request.Context()).caller.ID == "" {
			key = addressKey(c)
		}
		if !spend(c, l, key) {
			return
		}
		c.Next()
	}
}

// spend takes a request from an allowance, or answers 429.
func spend(c *gin.Context, l *limiter, key string) bool {
	if l == nil {
		return true
	}
	wait, ok := l.allow(key, time.Now())
	if !ok {
		c.Header("Retry-After", strconv.Itoa(max(1, int(math.Ceil(wait.Seconds())))))
		abort(c, newProblem(http.StatusTooManyRequests, "too_many"))
	}
	return ok
}

func addressKey(c *gin.Context) string { return "address " + c.RemoteIP() }
