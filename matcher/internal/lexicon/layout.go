package lexicon

// Words returns the terms of a reading in each language, sparse, of unit length and ascending, for those who lay many readings
// out to compare them faster than Similarity does. The slices belong to the reading: do not change them.
func (r Reading) Words() (ids [len(languageKinds)][]int32, weights [len(languageKinds)][]float32) {
	for l := range r.words {
		ids[l], weights[l] = r.words[l].ids, r.words[l].weights
	}
	return ids, weights
}

// Combine makes the value of Similarity of a cosine over concepts and one over words.
func Combine(concepts, words float64) float64 { return combine(concepts, words) }

// Lacking is the least cosine over concepts with which Combine comes to a value, given that over words, less a trifle for rounding.
func Lacking(value, words float64) float64 {
	return (value-wordShare*words)/(1-wordShare*words) - 1e-9
}
