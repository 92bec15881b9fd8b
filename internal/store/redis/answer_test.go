package redis_test

import (
	"io"
	"net"
	"strings"
	"sync/atomic"
	"testing"

	"sangdam/internal/store"
	"sangdam/internal/store/redis"
	"sangdam/internal/store/redistest"
)

// lossy passes everything on between clients and a server, but cuts the connection in place of one answer when told to.
type lossy struct {
	net.Listener
	to  string
	cut atomic.Bool // the next answer
}

func newLossy(t *testing.T, server *redistest.Server) *lossy {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &lossy{Listener: l, to: strings.TrimPrefix(server.URL, "redis://")}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			client, err := l.Accept()
			if err != nil {
				return
			}
			go p.serve(client)
		}
	}()
	return p
}

func (p *lossy) serve(client net.Conn) {
	server, err := net.Dial("tcp", p.to)
	if err != nil {
		_ = client.Close()
		return
	}
	go func() {
		_, _ = io.Copy(server, client)
		_ = server.Close()
	}()
	for buffer := make([]byte, 1<<16); ; {
		n, err := server.Read(buffer)
		if err != nil || p.cut.CompareAndSwap(true, false) {
			_ = client.Close()
			return
		}
		if _, err := client.Write(buffer[:n]); err != nil {
			_ = server.Close()
			return
		}
	}
}

// TestAnAnswerIsLost has the answer to a write lost on its way, so that the client sends the write again. It must not take the
// record it wrote itself for somebody else's.
func TestAnAnswerIsLost(t *testing.T) {
	proxy := newLossy(t, redistest.Start(t))
	s := open(t, "redis://"+proxy.Addr().String(), redis.Options{})
	// The space and the script are known before.
	if _, err := s.Write(t.Context(), store.Change{Key: key("other")}); err != nil {
		t.Fatal(err)
	}
	proxy.cut.Store(true)
	version, err := s.Write(t.Context(), store.Change{Key: key("a"), If: store.Absent(), Value: []byte("x")})
	if err != nil || version != 2 {
		t.Errorf("version %d, %v", version, err)
	}
	if proxy.cut.Load() {
		t.Error("no answer was lost")
	}
	if r, err := s.Get(t.Context(), key("a")); err != nil || r.Version != version {
		t.Errorf("%+v, %v", r, err)
	}
	// Somebody else's is still somebody else's.
	if _, err := s.Write(t.Context(), store.Change{Key: key("a"), If: store.Absent()}); err == nil {
		t.Error("written over")
	}
}
