package matcher

import (
	"math"
	"strconv"

	"sangdam/matcher/internal/phrase"
)

// seeSize compares the volume V that a buyer wants a year with the capacity C of the firm a year. The firm gains by the
// share of its capacity that is filled, √min(1, V/C): the first orders count most. The buyer gains by the share of
// its volume that can be served, min(1, C/V).
func seeSize(v *view) opinion {
	volume, capacity := v.buyer.volume, v.firm.volume
	if !volume.known || !capacity.known || volume.value <= 0 || capacity.value <= 0 {
		return opinion{}
	}
	return opinion{
		firm:  grade{math.Sqrt(min(1, volume.value/capacity.value)), true},
		buyer: grade{min(1, capacity.value/volume.value), true},
	}
}

// belowMinimum reports whether all that the buyer wants in a year is less than one order of the firm.
func belowMinimum(firm, buyer *side) bool {
	return firm.minimum.known && buyer.volume.known && buyer.volume.value < firm.minimum.value
}

var (
	sizeServed  = phrase.New("연간 수요 {volume:이} 생산 능력 {capacity} 안에 듦", "the volume of {volume} a year is within the capacity of {capacity}", "年需求 {volume}，在产能 {capacity} 之内", "объём {volume} в год укладывается в мощность {capacity}")
	sizeTooMuch = phrase.New("연간 수요 {volume:이} 생산 능력 {capacity:을} 넘음", "the volume of {volume} a year exceeds the capacity of {capacity}", "年需求 {volume} 超过产能 {capacity}", "объём {volume} в год превышает мощность {capacity}")
	sizeMinimum = phrase.New("연간 수요 {volume:이} 최소 주문 {minimum:을} 밑돎", "the volume of {volume} a year is below the minimum order of {minimum}", "年需求 {volume} 低于最小订单 {minimum}", "объём {volume} в год меньше минимального заказа {minimum}")
	sizeUnknown = phrase.New("수요나 생산 능력을 밝히지 않음", "volume or capacity is not stated", "未注明需求量或产能", "объём или мощность не указаны")
)

func whySize(v *view, o opinion) reading {
	if belowMinimum(v.firm, v.buyer) {
		t := sizeMinimum.Text(phrase.Word("volume", dollars(v.buyer.volume.value)), phrase.Word("minimum", dollars(v.firm.minimum.value)))
		return reading{t, t}
	}
	if !o.known() {
		return reading{why: sizeUnknown.Text()}
	}
	args := []phrase.Arg{phrase.Word("volume", dollars(v.buyer.volume.value)), phrase.Word("capacity", dollars(v.firm.volume.value))}
	if o.buyer.value < 1 {
		t := sizeTooMuch.Text(args...)
		return reading{t, t}
	}
	return reading{why: sizeServed.Text(args...)}
}

// dollars writes an amount with thousands apart: USD 1,500,000.
func dollars(amount float64) string {
	digits := strconv.FormatFloat(math.Round(amount), 'f', -1, 64)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return "USD " + digits
}
