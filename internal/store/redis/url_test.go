package redis_test

import (
	"fmt"
	"strings"
	"testing"

	"sangdam/internal/store/redis"
)

func TestParseURL(t *testing.T) {
	for text, want := range map[string]string{
		"redis://localhost":                           "[localhost:6379] 0 / master= cluster=false tls=false",
		"redis://desk:p%40ss@redis:7000/3":            "[redis:7000] 3 desk/p@ss master= cluster=false tls=false",
		"rediss://redis":                              "[redis:6379] 0 / master= cluster=false tls=true",
		"redis://[::1]:7000":                          "[[::1]:7000] 0 / master= cluster=false tls=false",
		"redis+cluster://a,b:7001,c":                  "[a:6379 b:7001 c:7001] 0 / master= cluster=true tls=false",
		"rediss+cluster://:secret@a":                  "[a:6379] 0 /secret master= cluster=true tls=true",
		"redis+sentinel://a,b/desk":                   "[a:26379 b:26379] 0 / master=desk cluster=false tls=false",
		"redis+sentinel://u:p@a:1,b:2/my%20desk/4?a=": "",
		"redis+sentinel://u:p@a:1,b:2/desk/4?sentinel_password=s&pool_size=7": "[a:1 b:2] 4 u/p master=desk cluster=false tls=false s 7",
		"redis://a?prefix=busan_2027":                                         "[a:6379] 0 / master= cluster=false tls=false busan_2027",
		"redis+sentinel://a/desk?prefix=b":                                    "[a:26379] 0 / master=desk cluster=false tls=false b",
		"redis+cluster://a?prefix=b&pool_size=3":                              "[a:6379] 0 / master= cluster=true tls=false b",
		"redis://a?prefix=":                                                   "[a:6379] 0 / master= cluster=false tls=false",
		"redis://a?prefix=a:b":                                                "",
		"redis://a?prefix={b}":                                                "",
		"redis://a?prefix=a%00b":                                              "",
		"redis://a?prefix=a234567890123456789012345678901234567890x":          "",
		"redis://a?tls_ca_file=x":                                             "",
		"rediss://a?tls_ca_file=no-such-file":                                 "",
		"rediss://a?tls_ca_file=url_test.go":                                  "",
		"rediss://a?tls_cert_file=x":                                          "",
		"rediss://a?tls_cert_file=x&tls_key_file=y":                           "",
		"redis+sentinel://a":                                                  "",
		"redis+sentinel://a/":                                                 "",
		"redis+cluster://a/1":                                                 "",
		"redis://a,b":                                                         "",
		"redis://":                                                            "",
		"redis+magic://a":                                                     "",
		"redis+://a":                                                          "",
		"http://a":                                                            "",
		"localhost:6379":                                                      "",
		"":                                                                    "",
		"redis://a/x":                                                         "",
		"redis://a?no_such=1":                                                 "",
		"redis://a:port":                                                      "",
		"redis+cluster://a,,b":                                                "",
		"redis+sentinel://%zz/m":                                              "",
	} {
		o, err := redis.ParseURL(text)
		if err != nil {
			if want != "" {
				t.Errorf("%s: %v", text, err)
			}
			continue
		}
		got := fmt.Sprintf("%v %d %s/%s master=%s cluster=%v tls=%v", o.Addrs, o.DB, o.Username, o.Password, o.MasterName, o.IsClusterMode, o.TLSConfig != nil)
		if o.Prefix != "sangdam" {
			got += " " + o.Prefix
		}
		if o.SentinelPassword != "" {
			got += fmt.Sprint(" ", o.SentinelPassword, " ", o.PoolSize)
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

func TestErrorsKeepThePassword(t *testing.T) {
	for _, text := range []string{
		"redis://desk:hunter2@a:port", "redis://desk:hunter2@a/x", "redis://desk:hunter2@a/%zz", "redis://desk:hunter2%zz@a",
		"redis+sentinel://desk:hunter2@a", "redis+cluster://desk:hunter2@a/1", "redis://desk:hunter2@a,b", "redis://desk:hunter2@a\x7f",
		"redis+sentinel://a/m?sentinel_password=hunter2&x=%zz", "redis://a?password=hunter2",
	} {
		_, err := redis.ParseURL(text)
		if err == nil {
			t.Errorf("%q was taken", text)
		} else if strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%q: %v", text, err)
		}
	}
}
