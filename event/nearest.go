package event

// Nearest returns the known word that is most like the given one, when one is like enough: at most a third of its
// letters differ. Of equals the one that begins alike for longer wins, then the first. The measure is the optimal string alignment distance (Levenshtein's with
// swaps of neighbours), ASCII letter case not counting; O(known · letters²).
func Nearest(word string, known []string) (string, bool) {
	a := []rune(word)
	limit := max(1, (len(a)+1)/3)
	best, alike := "", -1
	for _, k := range known {
		b := []rune(k)
		if len(b)-len(a) > limit || len(a)-len(b) > limit || k == word {
			continue
		}
		d, same := distance(a, b), commonStart(a, b)
		if d < limit || d == limit && same > alike {
			best, alike, limit = k, same, d
		}
	}
	return best, alike >= 0
}

// commonStart counts the letters that two words begin with alike.
func commonStart(a, b []rune) int {
	n := 0
	for n < min(len(a), len(b)) && fold(a[n]) == fold(b[n]) {
		n++
	}
	return n
}

// distance counts the insertions, deletions, substitutions and swaps of neighbours that lead from a to b.
func distance(a, b []rune) int {
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			step := 1
			if fold(a[i]) == fold(b[j]) {
				step = 0
			}
			row[j+1] = min(above[j]+step, above[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && fold(a[i]) == fold(b[j-1]) && fold(a[i-1]) == fold(b[j]) {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}

func fold(r rune) rune {
	if 'A' <= r && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}
