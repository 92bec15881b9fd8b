package lexicon

import (
	"io/fs"
	"testing"
)

// The text of the benchmark has a hundred characters, in the scripts of three languages.
const benchText = "유압 실린더 및 펌프 부품, 굴착기용 hydraulic cylinders and gear pumps; гидравлические насосы для экскаваторов, хром"

func BenchmarkUnderstand(b *testing.B) {
	Understand(benchText, "")
	b.ReportAllocs()
	for b.Loop() {
		Understand(benchText, "")
	}
}

func BenchmarkUnderstandChinese(b *testing.B) {
	text := "工程机械用液压件、液压油缸、齿轮泵及多路换向阀，挖掘机配件，履带底盘件和四轮一带，工程机械用液压件、液压油缸、齿轮泵及多路换向阀，挖掘机配件，履带底盘件和四轮一带，销轴与衬套，驾驶室空调"
	Understand(text, "")
	b.ReportAllocs()
	for b.Loop() {
		Understand(text, "")
	}
}

func BenchmarkCosine(b *testing.B) {
	v, w := Understand(russianPumps, ""), Understand(koreanCylinder, "")
	for b.Loop() {
		v.Cosine(w)
	}
}

func BenchmarkLoad(b *testing.B) {
	tables, err := fs.Sub(data, "data")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		rows, err := readTables(tables)
		if err != nil {
			b.Fatal(err)
		}
		newIndex(rows)
	}
}
