package hs

import "math"

// A chapter's share is the estimated probability that a line of a machinery delegation's offer or demand falls under
// it. Only the order of magnitude matters: a shared chapter that half of the trade falls under says little, a rare one
// says much. The numbers of headings are those of the 2022 edition.
var chapters = map[uint32]struct {
	share    float64
	headings int
}{
	25: {0.004, 29}, 27: {0.005, 16}, 28: {0.010, 50}, 29: {0.005, 42}, 32: {0.006, 15}, 34: {0.004, 7},
	38: {0.010, 27}, 39: {0.040, 26}, 40: {0.030, 17}, 68: {0.015, 15}, 69: {0.020, 13}, 70: {0.010, 19},
	72: {0.040, 29}, 73: {0.080, 26}, 74: {0.010, 16}, 75: {0.005, 8}, 76: {0.030, 16}, 81: {0.005, 13},
	82: {0.025, 15}, 83: {0.015, 11}, 84: {0.300, 86}, 85: {0.140, 48}, 86: {0.010, 9}, 87: {0.120, 16},
	88: {0.030, 6}, 89: {0.010, 8}, 90: {0.050, 32}, 94: {0.010, 6}, 96: {0.005, 20},
}

const (
	otherShare       = 0.004 // of a chapter not in the table
	otherHeadings    = 13    // the average of all chapters
	subheadingsAHead = 4.6   // 5,612 subheadings in 1,228 headings
)

// groups split the large chapters where trades part: pumps are nearer to engines than to looms. Bounds are headings,
// both included.
var groups = [...][2]uint32{
	{7201, 7205}, {7206, 7217}, {7218, 7223}, {7224, 7229},
	{7301, 7307}, {7308, 7311}, {7312, 7326},
	{8401, 8406}, {8407, 8414}, {8415, 8424}, {8425, 8431}, {8432, 8438}, {8439, 8443}, {8444, 8453}, {8454, 8468},
	{8470, 8473}, {8474, 8480}, {8481, 8487},
	{8501, 8507}, {8508, 8516}, {8517, 8531}, {8532, 8549},
	{8701, 8705}, {8706, 8708}, {8709, 8716},
	{9001, 9013}, {9014, 9017}, {9018, 9022}, {9023, 9033},
}

// groupOf returns the index of the group of a heading (four digits as a number), or -1.
func groupOf(heading uint32) int {
	for i, g := range groups {
		if g[0] <= heading && heading <= g[1] {
			return i
		}
	}
	return -1
}

// Information returns the information content of a code in nats: -ln of the share of trade that falls under it, taken
// as even over the headings of a chapter and the subheadings of a heading.
func (c Code) Information() float64 {
	if c.digits == 0 {
		return 0
	}
	ic := -math.Log(share(c.number / 10_000))
	if c.digits >= 4 {
		ic += math.Log(float64(headings(c.number / 10_000)))
	}
	if c.digits == 6 {
		ic += math.Log(subheadingsAHead)
	}
	return ic
}

func share(chapter uint32) float64 {
	if c, ok := chapters[chapter]; ok {
		return c.share
	}
	return otherShare
}

func headings(chapter uint32) int {
	if c, ok := chapters[chapter]; ok {
		return c.headings
	}
	return otherHeadings
}

func groupInformation(group int) float64 {
	low, high := groups[group][0], groups[group][1]
	chapter := low / 100
	return -math.Log(share(chapter) * float64(high-low+1) / float64(headings(chapter)))
}
