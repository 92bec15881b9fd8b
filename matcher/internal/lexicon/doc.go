// Package lexicon understands short trade texts in Korean, English, Chinese and Russian.
//
// A text becomes a sparse vector over concepts: headings and some subheadings of the Harmonized System, and
// manufacturing processes. Texts in different languages are compared there. This is explicit semantic analysis
// (Gabrilovich and Markovitch, IJCAI 2007) in its cross-lingual form (Potthast, Stein and Anderka, ECIR 2008), with
// the nomenclature in place of an encyclopedia: every concept is described in all four languages, so it does not matter
// in which of them a text is written.
//
// The knowledge is the tables in data/, one for each chapter, and can be read and corrected by anyone who knows the trade.
// They are parsed once, on first use. Everything exported is safe for concurrent use.
package lexicon
