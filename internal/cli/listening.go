package cli

import (
	"errors"
	"net"
	"net/http"
	"syscall"

	"sangdam/internal/lang"
)

// answer answers at a listener until the server is shut down. What ends it otherwise is sent to ended.
func answer(server *http.Server, listener net.Listener, ended chan<- error) {
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		ended <- err
	}
}

// noAddress reports whether an error is that of an address to listen on that is none: no host and port, or a host of no known name.
func noAddress(err error) bool {
	e, ok := errors.AsType[*net.OpError](err)
	return ok && e.Op == "listen" && e.Addr == nil
}

// listening says in the program's voice why an address cannot be listened on; ok is false for any other error.
func (p *program) listening(err error) (reason string, ok bool) {
	e, ok := errors.AsType[*net.OpError](err)
	if !ok || e.Op != "listen" {
		return "", false
	}
	if noAddress(err) {
		return p.say("listen.address", lang.Args{"Reason": e.Err.Error()}), true
	}
	address := lang.Args{"Address": e.Addr.String()}
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return p.say("listen.taken", address), true
	case errors.Is(err, syscall.EADDRNOTAVAIL):
		return p.say("listen.elsewhere", address), true
	case errors.Is(err, syscall.EACCES):
		return p.say("listen.forbidden", address), true
	}
	return "", false
}
