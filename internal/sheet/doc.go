// Package sheet carries an event between the documents of package event and the files of an office: an Excel workbook, a
// folder of CSV files, or a zip of such a folder.
//
// One description (see Sheets) says which sheets and columns there are, what they are called in four languages and how
// each value is written. The template to fill in, reading, writing, the places that faults name and the documentation all
// follow from it.
//
// Reading is tolerant of what people do to a table and strict about what it means: either the whole file becomes an event
// that passes event.Validate, or nothing does and every fault is told with its cell. Writing loses nothing: an event that
// is written and read again is the same event, to the last null and offset.
package sheet
