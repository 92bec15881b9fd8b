package sheet

import (
	"slices"
	"strings"
	"testing"
)

// A name that can mean no other is read as the id, and that is said once a sheet.
func TestNamesWhereIDsBelong(t *testing.T) {
	r := read(t, map[string]string{
		"sessions.csv":       "id,name,city,country,time_zone,dates,hours,tables\nS1,칭다오 상담회,칭다오,CN,Asia/Shanghai,2026-10-27,\"09:00-12:00, 30분\",2\n",
		"firms.csv":          "id,name,languages,sessions\nF1,㈜가나 정밀,ko,칭다오\nF2,다라,ko,\n",
		"buyers.csv":         "id,name(ko),name(ru),country,languages\nB1,바이어 하나,ООО «Торг»,CN,zh\nB2,다라,,CN,zh\n",
		"products.csv":       "firm,name\n가나정밀,밸브\n주식회사 가나정밀,펌프\nf1,기어\n다라,볼트\n",
		"needs.csv":          "buyer,hs\nТорг,8481\n",
		"wishes.csv":         "from,to,wish\n가나정밀,바이어 하나,must\n",
		"fixed.csv":          "session,firm,buyer,slot\n칭다오 상담회,F1,B1,09:00\n",
		"interpreters.csv":   "session,id,name,languages\n칭다오,I1,왕리,\"ko, zh\"\n",
		"participation.csv":  "company,session,max_meetings\n바이어하나,칭다오,3\n",
		"unavailability.csv": "who,kind,session,date,start,end\n왕리,,칭다오,2026-10-27,10:00,11:00\n가나정밀,기업,S1,2026-10-27,11:00,12:00\n",
		"outcomes.csv":       "session,firm,buyer,held\n칭다오,가나정밀,Торг,예\n",
	})
	if err := r.Err(); err != nil {
		t.Fatal(err)
	}
	ev := r.Event
	if n := len(ev.Firms[0].Products); n != 3 || len(ev.Firms[1].Products) != 1 || len(ev.Buyers[0].Needs) != 1 {
		t.Errorf("products and needs are with others: %+v, %+v", ev.Firms, ev.Buyers)
	}
	if q := ev.Requests[0]; q.From != "F1" || q.To != "B1" {
		t.Errorf("the wish is read as %+v", q)
	}
	if f := ev.Fixed[0]; f.Session != "S1" || f.Slot != 0 {
		t.Errorf("the fixed meeting is read as %+v", f)
	}
	if o := ev.Outcomes[0]; o.Session != "S1" || o.Firm != "F1" || o.Buyer != "B1" {
		t.Errorf("the outcome is read as %+v", o)
	}
	if i := ev.Sessions[0].Interpreters; len(i) != 1 || len(i[0].Unavailable) != 1 || len(ev.Firms[0].Sessions["S1"].Unavailable) != 1 {
		t.Errorf("absences are with others: %+v, %+v", i, ev.Firms[0].Sessions)
	}
	said := map[string]string{}
	for _, n := range r.Notes {
		if n.Code == "names" {
			if said[n.Sheet] != "" {
				t.Errorf("names of %s are told twice", n.Sheet)
			}
			said[n.Sheet] = n.Cell + " " + n.Text.In("en")
		}
	}
	for sheet, want := range map[string]string{
		"firms":          "D2 names in the place of ids were read as these ids (cells: 1): 칭다오 → S1",
		"products":       "A2 names in the place of ids were read as these ids (cells: 4): 가나정밀 → F1, 주식회사 가나정밀 → F1, f1 → F1, 다라 → F2",
		"needs":          "A2 names in the place of ids were read as these ids (cells: 1): Торг → B1",
		"wishes":         "A2 names in the place of ids were read as these ids (cells: 2): 가나정밀 → F1, 바이어 하나 → B1",
		"unavailability": "A2 names in the place of ids were read as these ids (cells: 3): 칭다오 → S1, 왕리 → I1, 가나정밀 → F1",
	} {
		if got := said[sheet]; sheet != "unavailability" && got != want || sheet == "unavailability" && !strings.Contains(got, "왕리 → I1, 가나정밀 → F1") {
			t.Errorf("of %s it is said %q, want %q", sheet, got, want)
		}
	}
}

// A name of several is a fault that gives their ids, and an id goes before a name.
func TestANameOfSeveral(t *testing.T) {
	r := read(t, map[string]string{
		"firms.csv":    "id,name\nF1,F2\nF2,같은 이름\nF3,같은 이름\nB7,바이어\n",
		"buyers.csv":   "id,name,country\nB1,바이어,CN\n",
		"products.csv": "firm,hs\nF2,88\n같은 이름,88\n",
		"wishes.csv":   "from,to,wish\n같은 이름,B1,must\nF1,바이어,want\nF1,B8,want\n",
	})
	got, want := cellsOf(r), []string{"products A3 shared_name", "wishes A2 shared_name", "wishes B3 shared_name", "wishes B4 mistyped_id"}
	if !slices.Equal(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	for i, ids := range []string{"F2, F3", "F2, F3", "B1, B7"} {
		if text := r.Faults[i].In("ko"); !strings.Contains(text, ids) {
			t.Errorf("the ids %s are not told: %s", ids, text)
		}
	}
}
