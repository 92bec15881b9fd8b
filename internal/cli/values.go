package cli

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// errValue is all that the values below say of a wrong text: flagError puts it into words.
var errValue = errors.New("wrong value")

// choice is a flag value that is one of a few words.
type choice struct {
	value   string
	choices []string // the first is the default
}

func newChoice(choices ...string) *choice { return &choice{choices[0], choices} }

func (c *choice) String() string { return c.value }
func (c *choice) Type() string   { return strings.Join(c.choices, "|") }
func (c *choice) Set(s string) error {
	if !slices.Contains(c.choices, s) {
		return errValue
	}
	c.value = s
	return nil
}

// share is a flag value written as per cent, from 0% to less than 100%. The sign is demanded, so that nobody takes 0.5
// for a half.
type share float64

func (s *share) String() string { return strconv.FormatFloat(float64(*s)*100, 'g', -1, 64) + "%" }
func (s *share) Type() string   { return "PERCENT" }
func (s *share) Set(text string) error {
	number, ok := strings.CutSuffix(strings.TrimSpace(text), "%")
	x, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if !ok || err != nil || math.IsNaN(x) || x < 0 || x >= 100 {
		return errValue
	}
	*s = share(x / 100)
	return nil
}

// wait is a flag value that is a span of time, not negative; 0 is no limit.
type wait time.Duration

func (w *wait) String() string { return time.Duration(*w).String() }
func (w *wait) Type() string   { return "DURATION" }
func (w *wait) Set(text string) error {
	d, err := time.ParseDuration(text)
	if err != nil || d < 0 {
		return errValue
	}
	*w = wait(d)
	return nil
}

// rate is a flag value that is a number above zero.
type rate float64

func (r *rate) String() string { return strconv.FormatFloat(float64(*r), 'g', -1, 64) }
func (r *rate) Type() string   { return "RATE" }
func (r *rate) Set(text string) error {
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || !(x > 0) || math.IsInf(x, 0) {
		return errValue
	}
	*r = rate(x)
	return nil
}

// date is a flag value that is a calendar day; zero: none was given.
type date time.Time

func (d *date) String() string {
	if t := time.Time(*d); !t.IsZero() {
		return t.Format(time.DateOnly)
	}
	return ""
}
func (d *date) Type() string { return "YYYY-MM-DD" }
func (d *date) Set(text string) error {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return errValue
	}
	*d = date(t)
	return nil
}
