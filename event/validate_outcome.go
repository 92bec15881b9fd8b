package event

// outcomes checks the reports of meetings. Reports that contradict each other are no fault: Results settles them.
func (v *validator) outcomes(at *place) {
	for i, o := range v.event.Outcomes {
		at := at.item(i)
		v.meeting(at, o.Session, o.Firm, o.Buyer)
		if o.ReportedBy != "" {
			v.word(at.field("reported_by"), o.ReportedBy, "firm", "buyer", "organizer")
		}
		v.amount(at.field("consulted_usd"), o.ConsultedUSD)
		v.amount(at.field("expected_contract_usd"), o.ExpectedContractUSD)
		v.amount(at.field("signed_usd"), o.SignedUSD)
		v.amount(at.field("mou_usd"), o.MOUUSD)
		if amount := o.MOUUSD.Or(0); amount > 0 && !o.MOU.Or(false) {
			v.add(at.field("mou_usd"), CodeMOUMissing, Args{"got": plain(amount)})
		}
		if rating, ok := o.Rating.Get(); ok && (rating < 1 || rating > 5) {
			v.add(at.field("rating"), CodeOutOfRange, Args{"got": plain(rating), "low": plain(1), "high": plain(5)})
		}
	}
}
