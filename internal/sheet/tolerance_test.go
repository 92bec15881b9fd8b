package sheet

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// folder is a set of CSV files that make an event; more replaces or adds files.
func folder(more map[string]string) fstest.MapFS {
	files := map[string]string{
		"event.csv":    "id\ne\n",
		"sessions.csv": "id,country,time_zone,dates,hours,tables\ns,CN,Asia/Shanghai,2026-10-29,\"09:00-11:00, 30 minutes\",3\n",
		"firms.csv":    "id,name\nF1,Imaginary\n",
		"buyers.csv":   "id,country\nB1,CN\n",
	}
	for name, text := range more {
		files[name] = text
	}
	out := fstest.MapFS{}
	for name, text := range files {
		if text != "-" {
			out[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return out
}

func read(t *testing.T, more map[string]string) *Result {
	t.Helper()
	r, err := ReadFolder(folder(more), ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// cellsOf are the faults of a result as sheet, cell and code.
func cellsOf(r *Result) []string {
	var out []string
	for _, f := range r.Faults {
		out = append(out, strings.Join(strings.Fields(f.Sheet+" "+f.Cell+" "+f.Code), " "))
	}
	return out
}

func TestFaultsAreToldByCell(t *testing.T) {
	for _, c := range []struct {
		name string
		more map[string]string
		want []string
	}{
		{"nothing wrong", nil, nil},
		{"a sheet is missing", map[string]string{"buyers.csv": "-"}, []string{"missing_sheet"}},
		{"a sheet without headings", map[string]string{"firms.csv": "F1,Imaginary\n"}, []string{"firms no_headings"}},
		{"an empty file of the event", map[string]string{"event.csv": ""}, []string{"event no_headings"}},
		{"empty files", map[string]string{"event.csv": "", "sessions.csv": "", "firms.csv": "", "buyers.csv": ""}, []string{"event no_headings"}},
		{"headings of the event alone", map[string]string{"event.csv": "name\n"}, []string{"event missing_field"}},
		{"a column is missing", map[string]string{"buyers.csv": "id,name\nB1,x\n"}, []string{"buyers missing_column"}},
		{"a required value is empty", map[string]string{"buyers.csv": "id,country\nB1,\n"}, []string{"buyers B2 missing_field"}},
		{"no id", map[string]string{"firms.csv": "id,name\n,x\n"}, []string{"firms A2 missing_field"}},
		{"a bad id", map[string]string{"firms.csv": "id,name\nF 1,x\n"}, []string{"firms A2 bad_id"}},
		{"an id twice", map[string]string{"firms.csv": "id\nF1\nF2\nF1\n"}, []string{"firms A4 duplicate_id"}},
		{"a country", map[string]string{"buyers.csv": "id,country\nB1,Atlantis\n"}, []string{"buyers B2 country"}},
		{"a zone", map[string]string{"sessions.csv": "id,country,time_zone,tables\ns,CN,Beijing,3\n"}, []string{"sessions C2 unknown_time_zone"}},
		{"hours", map[string]string{"sessions.csv": "id,country,time_zone,dates,hours,tables\ns,CN,Asia/Shanghai,2026-10-29,all day,3\n"}, []string{"sessions E2 hours"}},
		{"hours without a length", map[string]string{"sessions.csv": "id,country,time_zone,dates,hours,tables\ns,CN,Asia/Shanghai,2026-10-29,9:00-12:00,3\n"}, []string{"sessions E2 hours_short"}},
		{"hours without dates", map[string]string{"sessions.csv": "id,country,time_zone,hours,tables\ns,CN,Asia/Shanghai,\"9:00-12:00, 30 min\",3\n"}, []string{"sessions D2 hours_without_dates"}},
		{"dates", map[string]string{"sessions.csv": "id,country,time_zone,dates,tables\ns,CN,Asia/Shanghai,soon,3\n"}, []string{"sessions D2 dates"}},
		{"hours and slots", map[string]string{"slots.csv": "session,date,start,end\ns,2026-10-29,9:00,9:30\n"}, []string{"slots slots_twice"}},
		{"slots that overlap", map[string]string{
			"sessions.csv": "id,country,time_zone,tables\ns,CN,Asia/Shanghai,3\n",
			"slots.csv":    "session,date,start,end\ns,2026-10-29,9:00,9:30\ns,2026-10-29,9:20,9:50\n"}, []string{"slots C3 slot_overlap"}},
		{"an end before its start", map[string]string{
			"sessions.csv": "id,country,time_zone,tables\ns,CN,Asia/Shanghai,3\n",
			"slots.csv":    "session,date,start,end\ns,2026-10-29,9:00,8:30\n"}, []string{"slots D2 reversed_interval"}},
		{"no day", map[string]string{
			"sessions.csv": "id,country,time_zone,tables\ns,CN,Asia/Shanghai,3\n", "slots.csv": "session,start,end\ns,9:00,9:30\n"}, []string{"slots B2 no_day"}},
		{"a time that the clocks skip", map[string]string{
			"sessions.csv": "id,country,time_zone,tables\ns,GB,Europe/London,3\n", "slots.csv": "session,date,start,end\ns,2026-03-29,1:30,3:00\n"}, []string{"slots C2 no_such_time"}},
		{"no tables", map[string]string{"sessions.csv": "id,country,time_zone\ns,CN,Asia/Shanghai\n"}, []string{"sessions missing_field"}},
		{"a firm of a product", map[string]string{"products.csv": "firm,hs\nF2,88\n"}, []string{"products A2 mistyped_id"}},
		{"an odd code and a bad one", map[string]string{"products.csv": "firm,hs\nF1,\"88, 880\"\nF1,x1\n"}, []string{"products B2 hs_odd_length", "products B3 hs_not_digits"}},
		{"limits", map[string]string{"participation.csv": "company,session,min_meetings,max_meetings\nF1,s,3,2\nF1,s,1,2\nB1,t,1,1\n"},
			[]string{"participation C2 min_over_max", "participation row_twice", "participation B4 mistyped_id"}},
		{"away", map[string]string{"unavailability.csv": "who,session,date,start,end\nF1,s,,soon,9:30\nX,s,,9:00,9:30\n"}, []string{"unavailability D2 time", "unavailability A3 unknown_id"}},
		{"wishes", map[string]string{"wishes.csv": "from,to,wish\nB1,F1,perhaps\nF1,F1,must\nF1,B1,must\nF1,B1,never\n"},
			[]string{"wishes C2 choice", "wishes same_side", "wishes C5 contradictory_requests"}},
		{"fixed", map[string]string{"buyers.csv": "id,country\nB1,CN\nB2,CN\nB3,CN\n",
			"fixed.csv": "session,firm,buyer,slot,table\ns,F1,B1,9:10,\ns,F1,B2,9,\ns,F1,B3,9:30,x\n"},
			[]string{"fixed D2 no_slot", "fixed D3 no_such_slot", "fixed E4 mistyped_id"}},
		{"controls", map[string]string{"controls.csv": "country,hs,from,until\nRU,88,yesterday,\nRU,,2024-01-02,2024-01-01\n"},
			[]string{"controls C2 date", "controls B3 control_without_codes", "controls D3 until_before_from"}},
		{"fixed against the limits", map[string]string{"buyers.csv": "id,country\nB1,CN\nB2,CN\nB3,RU\n", "participation.csv": "company,session,max_meetings\nF1,s,1\n",
			"unavailability.csv": "who,session,start,end\nB1,s,9:00,9:30\n", "fixed.csv": "session,firm,buyer,slot\ns,F1,B1,9:00\ns,F1,B2,9:00\ns,F1,B3,9:30\n"},
			[]string{"fixed D2 unavailable", "fixed D3 parallel_exceeded", "fixed max_exceeded", "fixed C4 not_taking_part"}},
		{"outcomes", map[string]string{"outcomes.csv": "session,firm,buyer,held,rating,mou_usd\ns,F1,B1,perhaps,6,5\n"},
			[]string{"outcomes D2 yes_no", "outcomes E2 out_of_range", "outcomes F2 mou_usd_without_mou"}},
		{"weights", map[string]string{"weights.csv": "factor,weight\nhs,-1\nhs,2\ntext,\n"}, []string{"weights B2 negative", "weights A3 row_twice", "weights B4 missing"}},
		{"two events", map[string]string{"event.csv": "id\ne\nf\n"}, []string{"event second_event"}},
		{"a heading twice", map[string]string{"firms.csv": "id,ID,name\nF1,F1,x\n"}, []string{"firms B1 heading_twice"}},
		{"two texts", map[string]string{"firms.csv": "id,name,name (English)\nF1,one,other\n"}, []string{"firms B2 text_twice"}},
		{"an exact value", map[string]string{"firms.csv": "id,exact\nF1,{\n"}, []string{"firms B2 exact"}},
	} {
		r := read(t, c.more)
		got := cellsOf(r)
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\ngot  %q\nwant %q\n%v", c.name, got, c.want, r.Faults)
		}
		if (r.Event == nil) != (len(r.Faults) > 0) {
			t.Errorf("%s: an event by halves", c.name)
		}
		for _, f := range r.Faults {
			for _, code := range []string{"ko", "en", "zh", "ru"} {
				if text := f.In(code); strings.Contains(text, "<") || strings.Contains(text, "{{") || strings.Contains(text, "no value") {
					t.Errorf("%s: a message is not whole: %s", c.name, text)
				}
			}
		}
	}
}

func TestHeadingsInAnyLanguageAndOrder(t *testing.T) {
	for _, firms := range []string{
		"기업명(영어),기업 ID,연간 공급 능력(USD)\nImaginary,F1,\"1,000\"\n",
		"Capacity a year (USD);Firm name (English);Firm id\n1 000;Imaginary;F1\n",
		"企业编号\t企业名称（英语）\t年供货能力（USD）\nF1\tImaginary\t1000\n",
		"Код фирмы,Название фирмы (английский),Мощность в год (USD)\nF1,Imaginary,1000\n",
		"CAPACITY_USD,name_en,Id *\n1000,Imaginary,F1\n",
		"참가기업 명단,,\n\n기업 ID / Firm id,기업명(영어) / Firm name (English),\"연간 공급 능력(USD)\nCapacity a year (USD)\"\nF1,Imaginary,1000\n",
		"sep=;\nid;영문 기업명;capacity_usd\nF1;Imaginary;1000\n",
	} {
		r := read(t, map[string]string{"firms.csv": firms})
		if err := r.Err(); err != nil {
			t.Errorf("%q: %v", firms, err)
			continue
		}
		f := r.Event.Firms[0]
		if f.ID != "F1" || f.Name.By["en"] != "Imaginary" || f.CapacityUSD.Or(0) != 1000 {
			t.Errorf("%q: read as %+v", firms, f)
		}
	}
}

func TestWhatIsLeftAsideIsNoted(t *testing.T) {
	r := read(t, map[string]string{
		"firms.csv": "id,nmae,homepage\nF1,Imaginary,https://example.com\n", "readme.md": "x", "parking.csv": "car\nx\n",
		"products.csv": "firm,name\ne.g. F1,example\nF1,real\n,\n",
	})
	if err := r.Err(); err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, n := range r.Notes {
		codes = append(codes, strings.TrimSpace(n.Sheet+" "+n.Cell+" "+n.Code))
	}
	for _, want := range []string{"other_file", "parking  unknown_sheet", "firms B1 misspelled_column", "firms C1 unknown_column", "encoding"} {
		if !slices.Contains(codes, want) {
			t.Errorf("%s is not noted: %q", want, codes)
		}
	}
	if n := len(r.Event.Firms[0].Products); n != 1 {
		t.Errorf("%d products are read", n)
	}
}

func TestLimitsDoNotTakeACompanyOutOfTheOtherSessions(t *testing.T) {
	r := read(t, map[string]string{
		"sessions.csv":       "id,country,time_zone,dates,tables\ns,CN,Asia/Shanghai,2026-10-29,3\nt,RU,Europe/Moscow,2026-10-31,3\n",
		"unavailability.csv": "who,session,date\nF1,s,2026-10-29\n",
		"participation.csv":  "company,session,max_meetings\nB1,s,2\n",
	})
	if err := r.Err(); err != nil {
		t.Fatal(err)
	}
	if in := r.Event.Firms[0].Sessions; len(in) != 2 || len(in["s"].Unavailable) != 1 {
		t.Errorf("the firm takes part in %+v", in)
	}
	if in := r.Event.Buyers[0].Sessions; len(in) != 1 {
		t.Errorf("the buyer takes part in %+v", in)
	}
}

func TestAChangedCellCountsMoreThanTheExactValue(t *testing.T) {
	r := read(t, map[string]string{"firms.csv": "id,capacity_usd,exact\nF1,5,\"{\"\"capacity_usd\"\":null}\"\nF2,,\"{\"\"capacity_usd\"\":null}\"\n"})
	if err := r.Err(); err != nil {
		t.Fatal(err)
	}
	if f := r.Event.Firms[0]; f.CapacityUSD.Or(0) != 5 {
		t.Errorf("the cell does not count: %+v", f)
	}
	if f := r.Event.Firms[1]; f.CapacityUSD.IsZero() {
		t.Error("the null is lost")
	}
	if !slices.ContainsFunc(r.Notes, func(n Note) bool { return n.Code == "outdated" && n.Cell == "C2" }) {
		t.Errorf("the outdated value is not noted: %+v", r.Notes)
	}
}

func TestExtraColumnsGoOn(t *testing.T) {
	r := read(t, map[string]string{
		"firms.csv":          "homepage,id,name\nhttps://a.example,F1,One\n,F2,Two\n=1+1,F3,Three\n",
		"products.csv":       "firm,price,name\nF3,12,x\nF1,7,y\nF1,,z\n",
		"participation.csv":  "company,session,max_meetings,seat\nF1,s,2,window\n",
		"unavailability.csv": "who,session,start,end,why\nF1,s,9:00,9:30,late\n",
	})
	if err := r.Err(); err != nil {
		t.Fatal(err)
	}
	for form := range forms {
		var b bytes.Buffer
		if err := forms[form].write(&b, r.Event, WriteOptions{Languages: []string{"ru"}, Extras: r.Extras}); err != nil {
			t.Fatal(err)
		}
		again := forms[form].read(b.Bytes(), ReadOptions{})
		if err := again.Err(); err != nil {
			t.Fatal(err)
		}
		for _, extras := range [][]Extra{r.Extras, again.Extras} {
			slices.SortFunc(extras, func(a, b Extra) int { return strings.Compare(a.Sheet, b.Sheet) })
		}
		if len(r.Extras) != 4 || !reflect.DeepEqual(again.Extras, r.Extras) || !reflect.DeepEqual(again.Event, r.Event) {
			t.Errorf("%s: %v became %v", form, r.Extras, again.Extras)
		}
	}
}
