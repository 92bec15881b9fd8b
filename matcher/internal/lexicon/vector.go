package lexicon

import (
	"cmp"
	"math"
	"slices"
)

// A Vector is how a text was understood: weights of unit length over concepts, none of them negative. The zero Vector
// understands nothing.
type Vector struct {
	ids     []int32 // ascending
	weights []float32
	texts   []source // what was read, for explanations
}

// A source is a text that a vector was made of.
type source struct{ text, lang string }

// Len is the number of concepts with a weight.
func (v Vector) Len() int { return len(v.ids) }

// Components returns the numbers of the concepts, ascending, and the weight of each: the form in which many vectors can
// be laid out for a product of matrices. The numbers mean nothing beyond this run of the program, and are below
// Dimensions. The slices belong to the vector: do not change them.
func (v Vector) Components() (ids []int32, weights []float32) { return v.ids, v.weights }

// Dimensions is one more than the largest number of a component.
func Dimensions() int { return knowledge().dims }

// Cosine is the similarity of two texts in [0, 1]; 0 when either was not understood. It takes time linear in the number
// of concepts, at most a few dozen.
func (v Vector) Cosine(w Vector) float64 {
	return min(1, dot(v.ids, v.weights, w.ids, w.weights))
}

// dot is the inner product of two sparse vectors with ascending ids.
func dot(ids []int32, weights []float32, jds []int32, others []float32) float64 {
	var sum float32
	for i, j := 0, 0; i < len(ids) && j < len(jds); {
		switch a, b := ids[i], jds[j]; {
		case a == b:
			sum += weights[i] * others[j]
			i++
			j++
		case a < b:
			i++
		default:
			j++
		}
	}
	return float64(sum)
}

// normalise scales weights to unit length.
func normalise(weights []float32) {
	var sum float64
	for _, w := range weights {
		sum += float64(w) * float64(w)
	}
	if sum == 0 {
		return
	}
	f := float32(1 / math.Sqrt(sum))
	for i := range weights {
		weights[i] *= f
	}
}

// Mean returns the vector of several texts about one thing, each counting alike; those not understood do not count.
func Mean(vectors ...Vector) Vector {
	var sum []component
	var out Vector
	for _, v := range vectors {
		for i, id := range v.ids {
			sum = append(sum, component{id, v.weights[i]})
		}
		out.texts = append(out.texts, v.texts...)
	}
	slices.SortStableFunc(sum, func(a, b component) int { return cmp.Compare(a.id, b.id) })
	for _, c := range sum {
		if n := len(out.ids); n > 0 && out.ids[n-1] == c.id {
			out.weights[n-1] += c.weight
			continue
		}
		out.ids, out.weights = append(out.ids, c.id), append(out.weights, c.weight)
	}
	normalise(out.weights)
	return out
}

// A component is one concept of a vector.
type component struct {
	id     int32
	weight float32
}
