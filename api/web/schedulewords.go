package web

import (
	"sangdam/event"
	"sangdam/internal/lang"
)

// scriptIDs are the sentences that the scripts of the schedule page say; their places stay open, in braces and small letters.
var scriptIDs = []string{
	"carrying", "is_locked", "is_locked_help", "looking", "other_row", "taken", "closed", "full", "nowhere", "not_here", "not_done", "done", "undone", "redone",
	"undo_of", "redo_of", "stale", "stale_help", "stale_again", "others_changed", "others_solved", "others_solved_show", "swap", "what_swap", "what_move", "what_add", "what_remove", "what_lock",
	"what_unlock", "move_title", "add_title", "solving", "stopping", "chart_s", "chart_label", "chart_now",
}

// openPlaces leaves the places of a sentence for the script to fill.
var openPlaces = lang.Args{
	"Pair": "{pair}", "N": "{n}", "Who": "{who}", "What": "{what}", "Place": "{place}", "Score": "{score}", "Gap": "{gap}",
	"Bound": "{bound}", "Name": "{name}",
}

func (r *request) scriptWords(ev *event.Event) map[string]string {
	words := map[string]string{"table": r.voice.Say("webplan.table", openPlaces)}
	for _, id := range scriptIDs {
		words[id] = r.voice.Say("webplan.js."+id, openPlaces)
	}
	for i := range ev.Sessions {
		words["session_"+ev.Sessions[i].ID] = r.sessionName(&ev.Sessions[i])
	}
	return words
}
