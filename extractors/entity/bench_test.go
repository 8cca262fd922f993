package entity_test

import (
	"strings"
	"testing"

	"augury/extractors/entity"
)

// BenchmarkExtract measures the extractor alone, on a brief of some 5,000 tokens.
func BenchmarkExtract(b *testing.B) {
	doc := analyse(b, strings.Repeat(`The Ministry of Transport of Kazakhstan said on Tuesday that the
Trans-Caspian Freight Programme (TCFP) would grow by 12 percent this year. Minister Aigerim Sadykova told Reuters that
U.S. and Chinese firms had shown interest; the World Bank and the EU may lend to the TCFP as well. Analysts in Almaty are
less sure. Sadykova expects volumes on the Caspian Sea to double by 2030, although the port of Aktau silts up and prices
are rising faster than wages.

`, 50))
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		entity.Extractor.Extract(doc)
	}
	b.ReportMetric(float64(len(doc.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
