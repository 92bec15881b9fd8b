package b2bsop

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
)

// A Published is what the paper says of an instance.
type Published struct {
	Set, Name  string
	Fairness   int
	Infeasible bool
	Breaks     int // the fewest
	// Seconds of MaxSAT, Chuffed and Cplex, as printed: a number or "timeout".
	MaxSAT, Chuffed, Cplex string
	File                   string
}

var publishedColumns = []string{"set", "instance", "fairness", "breaks", "maxsat_s", "chuffed_s", "mip_s"}

// ReadPublished reads published.csv in a folder and finds the instances in the folders of their sets.
func ReadPublished(folder string) ([]Published, error) {
	f, err := os.Open(filepath.Join(folder, "published.csv"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	if len(rows) < 2 || !slices.Equal(rows[0], publishedColumns) {
		return nil, fmt.Errorf("published.csv must have the columns %v, and rows", publishedColumns)
	}
	var out []Published
	for i, row := range rows[1:] {
		p := Published{Set: row[0], Name: row[1], Infeasible: row[3] == "infeasible", MaxSAT: row[4], Chuffed: row[5], Cplex: row[6]}
		if p.Fairness, err = strconv.Atoi(row[2]); err != nil {
			return nil, fmt.Errorf("published.csv, row %d: fairness: %w", i+2, err)
		}
		if !p.Infeasible {
			if p.Breaks, err = strconv.Atoi(row[3]); err != nil {
				return nil, fmt.Errorf("published.csv, row %d: breaks: %w", i+2, err)
			}
		}
		files, err := filepath.Glob(filepath.Join(folder, p.Set, p.Name+".*.dzn"))
		if err != nil || len(files) != 1 {
			return nil, fmt.Errorf("published.csv, row %d: %d files %s in %s, want one", i+2, len(files), p.Name+".*.dzn", p.Set)
		}
		p.File = files[0]
		out = append(out, p)
	}
	return out, nil
}

// optimum is the published result in a word.
func (p *Published) optimum() string {
	if p.Infeasible {
		return "infeasible"
	}
	return strconv.Itoa(p.Breaks)
}

// contradicts reports whether an answer and what is published cannot both be right.
func (p *Published) contradicts(status string, breaks, bound *int) bool {
	if p.Infeasible {
		return breaks != nil
	}
	return status == "infeasible" || breaks != nil && (*breaks < p.Breaks || status == "optimal" && *breaks > p.Breaks) ||
		bound != nil && *bound > p.Breaks
}
