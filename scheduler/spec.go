package scheduler

// Dense indices into an instance.
type (
	Participant int32
	Slot        int32
	Pair        int32
	Table       int32
	Interpreter int32
)

// No table, no interpreter, no slot.
const (
	NoTable       Table       = -1
	NoInterpreter Interpreter = -1
	NoSlot        Slot        = -1
)

// A Spec describes an instance. NewInstance validates it; nothing else in the package reads one.
type Spec struct {
	// Days gives the calendar day of every slot, non-decreasing; its length is the number of slots. Slots t and t+1 of
	// one day are adjacent.
	Days         []int32
	Participants []ParticipantSpec
	Pairs        []PairSpec
	Tables       []TableSpec
	Interpreters []InterpreterSpec
	Fixed        []FixedMeeting
	Precedences  []Precedence // only with HoldAll
	// HoldAll makes every pair a hard demand: a schedule that leaves one out is infeasible.
	HoldAll bool
	// LimitBreakSpread makes BreakSpread a hard limit: the numbers of breaks of any two participants differ by at
	// most that.
	LimitBreakSpread bool
	BreakSpread      int
}

// A ParticipantSpec states the limits of a participant.
type ParticipantSpec struct {
	Unavailable SlotSet
	Min         int // wished number of meetings, soft; zero: none
	Max         int // hard; zero: no limit
	Parallel    int // meetings in one slot, hard; zero: 1
	// Host says that the participant receives the others at its table: where it can keep one table all day it does, though
	// fewer table changes in all could be had by moving it.
	Host bool
}

// A PairSpec is a meeting that could be held. Two pairs may join the same two participants.
type PairSpec struct {
	A, B        Participant
	Score       int64   // in units of 1/ScoreScale, not negative
	Must        bool    // to be placed before anything else
	Unavailable SlotSet // slots that this pair may not use although both participants could
	// NeedsInterpreter says that one of Interpreters must be free; with none listed the pair can never be held.
	NeedsInterpreter bool
	Interpreters     []Interpreter
}

// ScoreScale is the number of score units in 1.
const ScoreScale = 10000

// A TableSpec is a table and the slots in which it cannot be used.
type TableSpec struct {
	Unavailable SlotSet
}

// An InterpreterSpec is an interpreter, who serves one meeting a slot.
type InterpreterSpec struct {
	Unavailable SlotSet
}

// A FixedMeeting stands where it is put. Table and Interpreter may be NoTable and NoInterpreter: not fixed.
type FixedMeeting struct {
	Pair        Pair
	Slot        Slot
	Table       Table
	Interpreter Interpreter
}

// A Precedence asks, when both pairs are placed, that Before is in an earlier slot than After.
type Precedence struct {
	Before, After Pair
}
