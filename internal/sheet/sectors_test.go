package sheet

import (
	"slices"
	"strings"
	"testing"
)

// knownSectors are some that the program may know beside those of an event.
var knownSectors = []Sector{
	{ID: "aerospace", Name: w("항공우주", "aerospace", "航空航天", "авиакосмическая промышленность"), Also: []string{"aviation"}},
	{ID: "aircraft-maintenance", Name: w("항공정비(MRO)", "aircraft maintenance (MRO)", "飞机维修（MRO）", "техобслуживание авиатехники"), Parent: "aerospace"},
	{ID: "casting", Name: w("주조", "casting", "铸造", "литьё"), Also: []string{"die-casting"}},
	{ID: "injection-press", Name: w("사출·프레스", "injection moulding and pressing", "注塑与冲压", "литьё под давлением и прессование")},
	{ID: "defence", Name: w("방위산업", "defence", "国防工业", "оборонная промышленность")},
}

func readKnowing(t *testing.T, more map[string]string) *Result {
	t.Helper()
	r, err := ReadFolder(folder(more), ReadOptions{Sectors: knownSectors})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestSectorsAreReadByNameAsWellAsById(t *testing.T) {
	for cell, want := range map[string]string{
		"aerospace":                  "aerospace",
		"항공우주":                       "aerospace",
		"항공우주산업, 주조업":                "aerospace casting",
		"航空航天；铸造":                    "aerospace casting",
		"Литьё":                      "casting",
		"Aircraft Maintenance (MRO)": "aircraft-maintenance",
		"항공정비":                       "aircraft-maintenance",
		"프레스/주조":                     "injection-press casting",
		"주조, casting, 주조":            "casting casting",
		"die_casting":                "die_casting",
		"방위산업":                       "defence",
		"방산, 항공산업":                   "defence aerospace",
		"유압":                         "유압",
		"무인 이동체":                     "uav",
		"없음":                         "",
		"ceramics":                   "ceramics",
	} {
		r := readKnowing(t, map[string]string{"sectors.csv": "id,name(ko)\nuav,무인 이동체\n", "firms.csv": "id,sectors\nF1,\"" + cell + "\"\n"})
		if err := r.Err(); err != nil {
			t.Errorf("%s: %v", cell, err)
			continue
		}
		if got := strings.Join(r.Event.Firms[0].Sectors, " "); got != want {
			t.Errorf("%s is read as %q, want %q", cell, got, want)
		}
	}
}

func TestWordsThatNameNoSectorAreTold(t *testing.T) {
	r := readKnowing(t, map[string]string{
		"sectors.csv":  "id,name(ko),parent\nuav,무인 이동체,항공우주\ndrone-parts,,uav\nodd,,uaw\n",
		"firms.csv":    "id,sectors\nF1,\"항공우쥬, 주조\"\nF2,\"uav, 항공우쥬\"\n",
		"products.csv": "firm,name,sectors\nF1,x,aerospcae\nF2,y,drone-parts\n",
		"needs.csv":    "buyer,description,sectors\nB1,x,전혀 다른 말입니다\n",
	})
	if err := r.Err(); err != nil {
		t.Fatal(err)
	}
	if parent := r.Event.Sectors[0].Parent; parent != "aerospace" {
		t.Errorf("the parent by name is read as %q", parent)
	}
	var got []string
	for _, n := range r.Notes {
		if strings.HasSuffix(n.Code, "_sector") {
			got = append(got, n.Sheet+" "+n.Cell+" "+n.Code)
		}
	}
	want := []string{"sectors C4 mistyped_sector", "firms B2 mistyped_sector", "products C2 mistyped_sector", "needs C2 unknown_sector"}
	if !slices.Equal(got, want) {
		t.Errorf("noted %q, want %q", got, want)
	}
	for _, n := range r.Notes {
		if n.Sheet == "firms" && !strings.Contains(n.In("ko"), "항공우주 (aerospace)") {
			t.Errorf("the nearest sector is not told: %s", n.In("ko"))
		}
	}
}

func TestTheTemplateListsTheSectors(t *testing.T) {
	f := template(t, WriteOptions{Languages: []string{"ko"}, Sectors: knownSectors})
	rows, err := f.GetRows("코드표")
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range [][]string{{"업종명", "업종 ID", "상위 업종"}, {"항공우주", "aerospace"}, {"항공정비(MRO)", "aircraft-maintenance", "항공우주"}} {
		if got := rows[i][5:]; !slices.Equal(slices.DeleteFunc(slices.Clone(got), func(s string) bool { return s == "" }), want) {
			t.Errorf("row %d of the codes is %q, want %q", i+1, got, want)
		}
	}
	lists, err := f.GetDataValidations("참가기업")
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, l := range lists {
		found = found || strings.Contains(l.Formula1, "'코드표'!$F$2:$F$6")
	}
	if !found {
		t.Errorf("no column of the firms offers the sectors: %+v", lists)
	}
}
