package matcher

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"

	"sangdam/matcher/internal/phrase"
)

// Quality is how well meetings were ranked and foreseen.
type Quality struct {
	NDCG       float64 // mean over firms, gains 2^grade - 1, [0, 1]
	MRR        float64 // mean over firms with a success, of 1 / rank of the first one
	Brier      float64 // mean squared error of the probabilities; less is better
	BrierError float64 // its standard error
}

// A Bin of the calibration: what was foreseen against what happened.
type Bin struct {
	Foreseen float64 // mean probability
	Happened float64 // share of successes
	Meetings int
}

// A forecast is one meeting as foreseen by a model that has not seen it.
type forecast struct {
	observation
	rank        float64 // higher is better
	probability float64
}

// bins is the number of bins of the calibration, of equal numbers of meetings.
const bins = 5

// validate compares today's and the proposed weights by cross-validation. The meetings of one firm stay in one fold, so that
// nothing of a firm is known when it is foreseen.
func (p *Proposal) validate(data []observation, today [factorCount]float64, opt LearnOptions) error {
	var groups []string
	for _, o := range data {
		if !slices.Contains(groups, o.group) {
			groups = append(groups, o.group)
		}
	}
	folds := min(opt.Folds, len(groups))
	var ours, theirs []forecast
	for fold := range folds {
		var train, test []observation
		for _, o := range data {
			if slices.Index(groups, o.group)%folds == fold && folds > 1 {
				test = append(test, o)
			} else {
				train = append(train, o)
			}
		}
		prior := newPrior(train, today, opt.Trust)
		fit, err := prior.fit(train)
		if err != nil {
			return fmt.Errorf("cross-validation, fold %d: %w", fold+1, err)
		}
		for _, o := range test {
			ours = append(ours, forecast{o, linear(fit.mode.RawVector().Data, o.values), fit.probability(o.values)})
			theirs = append(theirs, forecast{o, o.score, sigmoid(linear(prior.mean, o.values))})
		}
	}
	p.Proposed, p.Today = qualityOf(ours), qualityOf(theirs)
	p.Calibration = calibration(ours)
	return nil
}

func qualityOf(forecasts []forecast) (q Quality) {
	var ndcg, reciprocal, errors []float64
	for _, group := range byGroup(forecasts) {
		slices.SortStableFunc(group, func(a, b forecast) int { return cmp.Compare(b.rank, a.rank) })
		got, first := 0.0, 0
		for i, f := range group {
			got += discounted(f.grade, i)
			if f.success && first == 0 {
				first = i + 1
			}
		}
		slices.SortStableFunc(group, func(a, b forecast) int { return cmp.Compare(b.grade, a.grade) })
		ideal := 0.0
		for i, f := range group {
			ideal += discounted(f.grade, i)
		}
		if ideal > 0 {
			ndcg = append(ndcg, got/ideal)
		}
		if first > 0 {
			reciprocal = append(reciprocal, 1/float64(first))
		}
	}
	for _, f := range forecasts {
		d := f.probability - target(f.observation)
		errors = append(errors, d*d)
	}
	if len(ndcg) > 0 {
		q.NDCG = stat.Mean(ndcg, nil)
	}
	if len(reciprocal) > 0 {
		q.MRR = stat.Mean(reciprocal, nil)
	}
	if len(errors) > 1 {
		mean, deviation := stat.MeanStdDev(errors, nil)
		q.Brier, q.BrierError = mean, deviation/math.Sqrt(float64(len(errors)))
	}
	return q
}

// discounted is the gain of a grade at a rank from 0. Järvelin and Kekäläinen, ACM TOIS 20 (2002).
func discounted(grade, rank int) float64 {
	return (math.Exp2(float64(grade)) - 1) / math.Log2(float64(rank)+2)
}

// byGroup keeps the order of first appearance.
func byGroup(forecasts []forecast) [][]forecast {
	at := map[string]int{}
	var groups [][]forecast
	for _, f := range forecasts {
		i, seen := at[f.group]
		if !seen {
			i = len(groups)
			at[f.group] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], f)
	}
	return groups
}

// calibration sorts forecasts into bins of equal size.
func calibration(forecasts []forecast) []Bin {
	sorted := slices.Clone(forecasts)
	slices.SortStableFunc(sorted, func(a, b forecast) int { return cmp.Compare(a.probability, b.probability) })
	var out []Bin
	for i := range bins {
		part := sorted[i*len(sorted)/bins : (i+1)*len(sorted)/bins]
		if len(part) == 0 {
			continue
		}
		b := Bin{Meetings: len(part)}
		for _, f := range part {
			b.Foreseen += f.probability / float64(len(part))
			b.Happened += target(f.observation) / float64(len(part))
		}
		out = append(out, b)
	}
	return out
}

var (
	learnTooLittle = phrase.New("자료가 모자라 가중치를 그대로 둠: 상담 60건, 성공과 실패가 각각 10건은 있어야 함", "too little data, the weights stay: it takes 60 meetings, 10 successes and 10 failures", "数据不足，权重保持不变：至少需要 60 场洽谈、成功与失败各 10 场", "данных мало, веса остаются: нужно 60 встреч, 10 удачных и 10 неудачных")
	learnNoBetter  = phrase.New("검증에서 지금보다 낫지 않아 권하지 않음", "not recommended: no better than today's weights in cross-validation", "不建议采用：交叉验证中并不优于现有权重", "не рекомендуется: при перекрёстной проверке не лучше нынешних весов")
	learnNothing   = phrase.New("뚜렷이 달라진 가중치가 없어 그대로 두기를 권함", "no weight has clearly moved: keep today's", "没有权重明显变化，建议保持不变", "ни один вес заметно не изменился: оставить прежние")
	learnBetter    = phrase.New("검증에서 순위와 예측이 지금보다 나음", "ranks and foresees better than today's weights in cross-validation", "交叉验证中排序与预测均优于现有权重", "при перекрёстной проверке ранжирует и предсказывает лучше нынешних весов")
)

// decide recommends a proposal only when some weight has clearly moved and neither the ranking nor the probabilities got worse.
func (p *Proposal) decide() {
	moved := slices.ContainsFunc(p.Weights, func(w ProposedWeight) bool { return w.Moved })
	switch {
	case p.Proposed.Brier >= p.Today.Brier || p.Proposed.NDCG < p.Today.NDCG:
		p.Reason = learnNoBetter.Text()
	case !moved:
		p.Reason = learnNothing.Text()
	default:
		p.Recommended, p.Reason = true, learnBetter.Text()
	}
}
