package desk

type rankers struct{}

func (d *Desk) rankSoon(id string) {}
