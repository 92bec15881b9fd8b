package desk

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"time"

	"sangdam/internal/store"
)

// A call is the record of one thing that one webhook is to be told. It is written together with what it tells of, and deleted when
// it got through; so it is made at least once, and its id tells the receiver of a second time.
type call struct {
	ID     string    `json:"id"`
	Hook   string    `json:"hook"`
	Topic  string    `json:"topic"`
	Event  string    `json:"event"`
	Object string    `json:"object,omitzero"`
	At     time.Time `json:"at"`
	Tries  int       `json:"tries,omitzero"`
	Next   time.Time `json:"next"` // when it is to be tried
}

// hookMessage is the body of a call. It names what to read afresh and holds no data of anybody.
type hookMessage struct {
	ID     string    `json:"id"`
	Topic  string    `json:"topic"`
	Event  string    `json:"event"`
	Object string    `json:"object,omitzero"` // id of the run, or what was changed
	At     time.Time `json:"at"`
}

// announce adds the calls of all webhooks that want to know of something to the batch that brings it about.
func (d *Desk) announce(ctx context.Context, b *batch, topic, event, object string) error {
	hooks, err := d.hooks(ctx)
	if err != nil {
		return err
	}
	now := d.clock().UTC()
	for _, w := range hooks {
		if !w.wants(topic, event) {
			continue
		}
		id, err := d.newID(20)
		if err != nil {
			return err
		}
		b.put(kindCall, id, store.Absent(), call{ID: id, Hook: w.ID, Topic: topic, Event: event, Object: object, At: now, Next: now}, time.Time{})
	}
	return nil
}

// The limits of one try.
const (
	tryTime   = 10 * time.Second
	tryLease  = time.Minute // after which another desk may try, if this one has crashed
	readBytes = 64 << 10    // of an answer
)

// hookClient makes calls: never to addresses that are not public, never through a proxy, and to where it was told and nowhere else.
func (d *Desk) hookClient() *http.Client {
	dialer := &net.Dialer{Timeout: tryTime}
	if !d.opt.PrivateWebhooks {
		dialer.Control = onlyPublic
	}
	return &http.Client{
		Timeout: tryTime,
		Transport: &http.Transport{
			DialContext: dialer.DialContext, TLSHandshakeTimeout: tryTime, ResponseHeaderTimeout: tryTime,
			MaxResponseHeaderBytes: readBytes, IdleConnTimeout: time.Minute, MaxIdleConns: 20, ForceAttemptHTTP2: true,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// post makes one try. The error says in English why it did not get through.
func (d *Desk) post(ctx context.Context, client *http.Client, to string, c *call) error {
	body, err := json.Marshal(hookMessage{c.ID, c.Topic, c.Event, c.Object, c.At})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, to, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("User-Agent", "Sangdam")
	req.Header.Set("Sangdam-Delivery", c.ID)
	req.Header.Set("Sangdam-Signature", signature(d.hookSecret(c.Hook), d.clock(), body))
	res, err := client.Do(req)
	if err != nil {
		return err
	}
	_, _ = io.Copy(io.Discard, io.LimitReader(res.Body, readBytes)) // so that the connection can be used again
	_ = res.Body.Close()
	if res.StatusCode < 200 || res.StatusCode > 299 {
		return fmt.Errorf("the answer was %s", res.Status)
	}
	return nil
}

// signature signs a body at a moment: t=UNIX,v1=HEX(HMAC-SHA256(secret, t + "." + body)). The time is signed too, so that a receiver can refuse
// what was recorded and sent again.
func signature(secret string, now time.Time, body []byte) string {
	t := strconv.FormatInt(now.Unix(), 10)
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(t + "."))
	mac.Write(body)
	return "t=" + t + ",v1=" + hex.EncodeToString(mac.Sum(nil))
}
