package api

import (
	"strconv"
	"strings"
)

// etag writes the version of a record as an entity tag.
func etag(version uint64) string { return `"` + strconv.FormatUint(version, 10) + `"` }

// A conditionError is an If-Match that is missing or of no use.
type conditionError struct{ missing bool }

func (e conditionError) Error() string {
	if e.missing {
		return "If-Match is missing"
	}
	return "If-Match is not one entity tag"
}

// versionOf reads If-Match: the version that the caller has seen. "*" stands for any version, which is 0.
func versionOf(ifMatch string) (uint64, error) {
	switch ifMatch = strings.TrimSpace(ifMatch); ifMatch {
	case "":
		return 0, conditionError{missing: true}
	case "*":
		return 0, nil
	}
	tag, ok := strings.CutPrefix(strings.TrimPrefix(ifMatch, "W/"), `"`)
	if !ok || !strings.HasSuffix(tag, `"`) {
		return 0, conditionError{}
	}
	version, err := strconv.ParseUint(strings.TrimSuffix(tag, `"`), 10, 64)
	if err != nil || version == 0 {
		return 0, conditionError{}
	}
	return version, nil
}

// seen reports whether If-None-Match lists the tag, strong or weak.
func seen(ifNoneMatch, tag string) bool {
	if ifNoneMatch == "" {
		return false
	}
	for listed := range strings.SplitSeq(ifNoneMatch, ",") {
		listed = strings.TrimSpace(listed)
		if listed == "*" || strings.TrimPrefix(listed, "W/") == tag {
			return true
		}
	}
	return false
}
