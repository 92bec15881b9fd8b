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
// Options follow as ?name=value&...: those of go-redis's ParseURL (read_timeout, pool_size and so on), and for Sentinel
// sentinel_username and sentinel_password. An error does not repeat the password.
func ParseURL(text string) (*goredis.UniversalOptions, error) {
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
	out := &goredis.UniversalOptions{Addrs: addresses, IsClusterMode: kind == "cluster"}
	if kind == "sentinel" {
		if out.MasterName, path, err = cutMaster(path); err != nil {
			return nil, err
		}
		if path, err = cutSentinelLogin(path, out); err != nil {
			return nil, err
		}
	}
	single, err := goredis.ParseURL(plain + "://" + user + addresses[0] + path)
	if err != nil {
		return nil, fmt.Errorf("the URL of Redis cannot be read: %w", withoutURL(err))
	}
	if kind == "cluster" && single.DB != 0 {
		return nil, errors.New("a cluster of Redis has no numbered databases")
	}
	adopt(out, single)
	return out, nil
}

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

// cutSentinelLogin takes the login of the Sentinels themselves out of the options.
func cutSentinelLogin(path string, out *goredis.UniversalOptions) (rest string, err error) {
	path, query, _ := strings.Cut(path, "?")
	values, err := url.ParseQuery(query)
	if err != nil {
		return "", errors.New("the options of the URL of Redis cannot be read")
	}
	out.SentinelUsername, out.SentinelPassword = values.Get("sentinel_username"), values.Get("sentinel_password")
	values.Del("sentinel_username")
	values.Del("sentinel_password")
	return path + "?" + values.Encode(), nil
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
