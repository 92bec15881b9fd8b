package desk

import (
	"context"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"sangdam/event"
)

// maxURL is the length of an address, in bytes.
const maxURL = 2000

// checkWebhook finds fault with what a new webhook is to be.
func (d *Desk) checkWebhook(ctx context.Context, spec WebhookSpec) error {
	var faults event.Faults
	if code, ok := d.addressFault(spec.URL); ok {
		got := spec.URL
		if code == event.CodeAddressWithPassword { // which is not repeated
			got = ""
		}
		faults = append(faults, event.Fault{Location: "url", Code: code, Args: event.Args{"got": {Plain: got}}})
	}
	for i, t := range spec.Topics {
		if !slices.Contains(HookTopics, t) {
			faults = append(faults, unknownWord("topics["+strconv.Itoa(i)+"]", t, HookTopics))
		}
	}
	unknown, err := d.eventFaults(ctx, "event", spec.Event)
	if err != nil {
		return err
	}
	if faults = append(faults, unknown...); len(faults) == 0 {
		return nil
	}
	return faults
}

// addressFault says why an address is not called; ok is false when it can be.
func (d *Desk) addressFault(address string) (code event.Code, ok bool) {
	u, err := url.Parse(address)
	switch {
	case err != nil, u.Scheme != "https" && u.Scheme != "http", u.Hostname() == "", len(address) > maxURL:
		return event.CodeBadAddress, true
	case u.User != nil:
		return event.CodeAddressWithPassword, true
	case u.Fragment != "":
		return event.CodeAddressWithFragment, true
	case d.opt.PrivateWebhooks:
		return "", false
	}
	addr, err := netip.ParseAddr(u.Hostname())
	if err == nil && !public(addr) || strings.EqualFold(u.Hostname(), "localhost") {
		return event.CodePrivateAddress, true
	}
	return "", false
}
