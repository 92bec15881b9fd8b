package matcher

import "sangdam/matcher/internal/phrase"

// unstatedFit is the fit of a pair of which nothing is known: neither sectors, nor codes, nor a text that was understood.
// It is what a pair drawn at random within one industry comes to, so that silence neither wins nor rules out.
const unstatedFit = 0.3

// seeUnstated takes the place of sector, hs and text when none of them knows anything; see gains.
func seeUnstated(*view) opinion { return both(unstatedFit) }

var unstatedWhy = phrase.New("무엇을 만들거나 찾는지 알 수 없어 어림값으로 봄", "what is made or sought is not known: a rough value stands in", "无法得知供需内容，以估计值代替", "неизвестно, что производят или ищут: взята приблизительная оценка")

func whyUnstated(*view, opinion) reading {
	t := unstatedWhy.Text()
	return reading{t, t}
}
