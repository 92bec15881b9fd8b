package redis

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"

	goredis "github.com/redis/go-redis/v9"
	"github.com/redis/go-redis/v9/maintnotifications"
)

// ParseURL reads where Redis is. The forms, a "rediss" at the beginning standing for TLS:
//
//	redis://[user:password@]host[:6379][/db]
//	redis+sentinel://[user:password@]host[:26379][,host...]/master[/db]
//	redis+cluster://[user:password@]host[:6379][,host...]
//
// Options follow as ?name=value&...: those of go-redis's ParseURL (read_timeout, pool_size and so on), for Sentinel
// sentinel_username and sentinel_password, with TLS those of trust, and prefix, by which several installations share a Redis. An
// error does not repeat the password.
func ParseURL(text string) (*Place, error) {
	scheme, rest, ok := strings.Cut(text, "://")
	plain, kind, _ := strings.Cut(scheme, "+")
	if !ok || plain != "redis" && plain != "rediss" || kind != "" && kind != "sentinel" && kind != "cluster" || strings.HasSuffix(scheme, "+") {
		return nil, errors.New("the URL of Redis begins with redis://, rediss://, redis+sentinel:// or redis+cluster://")
	}
	authority, path := rest, ""
	if i := strings.IndexAny(rest, "/?"); i >= 0 {
		authority, path = rest[:i], rest[i:]
	}
	user, hosts := "", authority
	if i := strings.LastIndex(authority, "@"); i >= 0 {
		user, hosts = authority[:i+1], authority[i+1:]
	}
	addresses, err := parseHosts(hosts, kind)
	if err != nil {
		return nil, err
	}
	out := &Place{UniversalOptions: &goredis.UniversalOptions{Addrs: addresses, IsClusterMode: kind == "cluster"}}
	if kind == "sentinel" {
		if out.MasterName, path, err = cutMaster(path); err != nil {
			return nil, err
		}
	}
	path, own, err := cutOptions(path)
	if err != nil {
		return nil, err
	}
	if out.Prefix = own.Get("prefix"); out.Prefix == "" {
		out.Prefix = defaultPrefix
	}
	if !isPrefix(out.Prefix) {
		return nil, fmt.Errorf("the prefix %q in the URL of Redis is not of up to %d letters, digits, - and _", out.Prefix, longestPrefix)
	}
	single, err := goredis.ParseURL(plain + "://" + user + addresses[0] + path)
	if err != nil {
		return nil, fmt.Errorf("the URL of Redis cannot be read: %w", withoutURL(err))
	}
	if kind == "cluster" && single.DB != 0 {
		return nil, errors.New("a cluster of Redis has no numbered databases")
	}
	adopt(out.UniversalOptions, single)
	out.SentinelUsername, out.SentinelPassword = own.Get("sentinel_username"), own.Get("sentinel_password")
	return out, trust(out.TLSConfig, own)
}

// A Place is where a store is: a Redis, and what the names of all that it keeps there begin with.
type Place struct {
	*goredis.UniversalOptions
	Prefix string // of keys; also the name of the queue
}

const (
	defaultPrefix = "sangdam"
	longestPrefix = 40
)

// isPrefix reports whether a name can stand in keys, whose parts are separated by colons and braces.
func isPrefix(name string) bool {
	strange := func(r rune) bool { return !strings.ContainsRune(prefixLetters, r) }
	return name != "" && len(name) <= longestPrefix && strings.IndexFunc(name, strange) < 0
}

const prefixLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// parseHosts reads host[:port] separated by commas.
func parseHosts(text, kind string) ([]string, error) {
	port := "6379"
	if kind == "sentinel" {
		port = "26379"
	}
	hosts := strings.Split(text, ",")
	if kind == "" && len(hosts) > 1 {
		return nil, errors.New("several hosts need redis+sentinel:// or redis+cluster://")
	}
	for i, host := range hosts {
		u, err := url.Parse("redis://" + host)
		if err != nil || u.Hostname() == "" || u.Host != host {
			return nil, fmt.Errorf("%q in the URL of Redis is no host", host)
		}
		if u.Port() != "" {
			port = u.Port()
		}
		hosts[i] = net.JoinHostPort(u.Hostname(), port)
	}
	return hosts, nil
}

// cutMaster takes the name of the master off the beginning of a path.
func cutMaster(path string) (name, rest string, err error) {
	path, query, _ := strings.Cut(path, "?")
	name, db, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	if name, err = url.PathUnescape(name); err != nil || name == "" {
		return "", "", errors.New("the URL of Sentinels names their master: redis+sentinel://host,host/master")
	}
	return name, "/" + db + "?" + query, nil
}

// ownOptions are those of a URL that are not go-redis's.
var ownOptions = []string{"prefix", "sentinel_username", "sentinel_password", "tls_ca_file", "tls_cert_file", "tls_key_file"}

// cutOptions takes the options that are not go-redis's out of a path.
func cutOptions(path string) (rest string, own url.Values, err error) {
	path, query, _ := strings.Cut(path, "?")
	values, err := url.ParseQuery(query)
	if err != nil {
		return "", nil, errors.New("the options of the URL of Redis cannot be read")
	}
	own = url.Values{}
	for _, name := range ownOptions {
		own[name] = values[name]
		values.Del(name)
	}
	return path + "?" + values.Encode(), own, nil
}

// withoutURL leaves out the URL, with its password, that an error of net/url repeats.
func withoutURL(err error) error {
	if e, ok := errors.AsType[*url.Error](err); ok {
		return e.Err
	}
	return err
}

// adopt takes over what the URL says beside the hosts. What it does not say is set so that a server that is away is noticed
// soon: the caller decides whether to try again.
func adopt(out *goredis.UniversalOptions, single *goredis.Options) {
	out.DB, out.Username, out.Password, out.TLSConfig = single.DB, single.Username, single.Password, single.TLSConfig
	out.Protocol, out.ClientName = single.Protocol, single.ClientName
	out.MaxRetries, out.MinRetryBackoff, out.MaxRetryBackoff = single.MaxRetries, single.MinRetryBackoff, single.MaxRetryBackoff
	out.DialTimeout, out.ReadTimeout, out.WriteTimeout = single.DialTimeout, single.ReadTimeout, single.WriteTimeout
	out.PoolFIFO, out.PoolSize, out.PoolTimeout = single.PoolFIFO, single.PoolSize, single.PoolTimeout
	out.MinIdleConns, out.MaxIdleConns, out.MaxActiveConns = single.MinIdleConns, single.MaxIdleConns, single.MaxActiveConns
	out.ConnMaxIdleTime, out.ConnMaxLifetime = single.ConnMaxIdleTime, single.ConnMaxLifetime
	out.ContextTimeoutEnabled = true
	out.DialerRetries = 1
	out.MaintNotificationsConfig = &maintnotifications.Config{Mode: maintnotifications.ModeDisabled}
	if out.TLSConfig != nil {
		out.TLSConfig.ServerName = "" // each host is asked for by its own name
	}
}
