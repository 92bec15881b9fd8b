package sheet

import (
	"slices"

	"sangdam/event"
)

// A Kind says how the value of a column is written and read.
type Kind string

// The kinds of columns.
const (
	KindID        Kind = "id"        // an id, or one of another sheet
	KindText      Kind = "text"      // for people: one column, or one a language
	KindString    Kind = "string"    // one string
	KindList      Kind = "list"      // several strings in a cell
	KindIDs       Kind = "ids"       // several ids in a cell
	KindSector    Kind = "sector"    // the id or name of one
	KindSectors   Kind = "sectors"   // several ids or names of sectors in a cell
	KindCodes     Kind = "codes"     // several HS codes in a cell
	KindCountry   Kind = "country"   // by code or by name
	KindCountries Kind = "countries" // several in a cell
	KindLanguages Kind = "languages" // by code or by name, several in a cell
	KindNumber    Kind = "number"    // also money, in US dollars
	KindWhole     Kind = "whole"     // a whole number
	KindYesNo     Kind = "yes or no" // by word
	KindChoice    Kind = "choice"    // one of a few words
	KindDate      Kind = "date"      // a day
	KindDates     Kind = "dates"     // days and spans of days in a cell
	KindTime      Kind = "time"      // a time of day at the place of the session, or a moment with its offset
	KindSlot      Kind = "slot"      // the time when a slot starts
	KindTables    Kind = "tables"    // how many, or which
	KindHours     Kind = "hours"     // 09:00-18:00, every 30 minutes, lunch 12:00-13:00
	KindExact     Kind = "exact"     // what cells cannot show, see exact.go
)

// A Column is one column of a sheet, or one a language for a text.
type Column struct {
	Key      string     // its name in every file, whatever the language
	Field    string     // in the object that a row stands for, contact.person for one inside; empty: it says whose the row is
	Kind     Kind       //
	Heading  event.Text // its name to people
	Help     event.Text
	Also     []string // other headings that people use
	Example  event.Text
	Refers   string   // the sheet whose ids belong here
	Choices  []Choice // of KindChoice, in the order of a drop-down list
	Required bool
	Rare     bool // not in the template
}

// A Choice is a word of the document and what people call it.
type Choice struct {
	Word string
	Name event.Text
	Also []string
}

// A Sheet is one table of the workbook, or one file of a folder.
type Sheet struct {
	Key     string     // its name as a file
	List    string     // of the event document that its rows make, e.g. firms, firms.products
	Name    event.Text // its name in a workbook
	Help    event.Text
	Also    []string
	Columns []Column
}

// Sheets describe the whole workbook, in its order.
func Sheets() []*Sheet { return slices.Clone(sheets) }

var sheets = slices.Concat(eventSheets, sessionSheets, companySheets, meetingSheets, factorSheets, outcomeSheets)

// column returns the column of that key, or nil.
func (s *Sheet) column(key string) *Column {
	for i := range s.Columns {
		if s.Columns[i].Key == key {
			return &s.Columns[i]
		}
	}
	return nil
}

func sheetOf(key string) *Sheet {
	for _, s := range sheets {
		if s.Key == key {
			return s
		}
	}
	panic("sheet: there is no sheet " + key)
}

func w(ko, en, zh, ru string) event.Text {
	return event.Text{By: map[string]string{"ko": ko, "en": en, "zh": zh, "ru": ru}}
}

// same is an example that is written alike in every language.
func same(s string) event.Text { return event.Text{Plain: s} }

// exactColumn stands last in each sheet whose rows are objects of the document.
func exactColumn() Column {
	return Column{
		Key: "exact", Kind: KindExact, Rare: true,
		Heading: w("원문값", "Exact value", "原值", "Точное значение"),
		Help: w("셀로 나타낼 수 없는 값(null, 빈 목록 등)을 그대로 옮기기 위한 열입니다. 비워 두거나 그대로 두십시오. 해당 셀을 고치면 고친 셀이 우선합니다.",
			"Carries what a cell cannot show, such as null or an empty list. Leave it as it is. Where you change the cell, the cell counts.",
			"用于保存单元格无法表示的值（null、空列表等）。请保持原样；若修改了对应单元格，则以单元格为准。",
			"Хранит то, что ячейка показать не может: null, пустой список. Оставьте как есть. Если изменить саму ячейку, считается она."),
	}
}
