package sheet

import "slices"

// noneWords are what people write into a cell that they mean to leave empty, folded; dashes are gone by then.
var noneWords = []string{"", "없음", "해당없음", "해당사항없음", "미정", "na", "n/a", "none", "无", "無", "没有", "нет", "неизвестно"}

// saysNone reports whether a cell says that there is nothing to say: a dash, 없음, n/a.
func saysNone(s string) bool { return slices.Contains(noneWords, folded(s)) }

// mayBeNone reports whether such words can only mean an empty cell in this column. As a certificate that buyers ask for, for
// one, they would keep every firm away. Names and remarks stay as they are.
func (c *Column) mayBeNone() bool {
	switch c.Kind {
	case KindList, KindSector, KindSectors, KindCodes, KindCountries, KindLanguages, KindNumber, KindWhole, KindDate:
		return !c.Required
	}
	return false
}
