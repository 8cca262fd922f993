package corpus

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

func TestDecode(t *testing.T) {
	const (
		curly   = "It’s “good” – 5% of café prices, says the naïve Mr Müller."
		german  = "Die Wirtschaft wächst, aber für die Löhne heißt das wenig, sagen Ökonomen."
		russian = "Экономика страны выросла на пять процентов, сообщило министерство. Рост продолжится и в следующем году."
		czech   = "Hospodářství v loňském roce vzrostlo o pět procent a vláda očekává, že příští rok poroste dále. Ministr řekl, že daně se zvýší."
	)
	utf16 := func(order unicode.Endianness, mark unicode.BOMPolicy) encoding.Encoding {
		return unicode.UTF16(order, mark)
	}
	for _, c := range []struct {
		why  string
		in   encoding.Encoding
		text string
	}{
		{"UTF-8", unicode.UTF8, curly},
		{"UTF-8 with mark", unicode.UTF8BOM, curly},
		{"UTF-16, little end first, with mark", utf16(unicode.LittleEndian, unicode.UseBOM), curly},
		{"UTF-16, big end first, with mark", utf16(unicode.BigEndian, unicode.UseBOM), curly},
		{"UTF-16, little end first", utf16(unicode.LittleEndian, unicode.IgnoreBOM), curly},
		{"UTF-16, big end first", utf16(unicode.BigEndian, unicode.IgnoreBOM), curly},
		{"UTF-16 of another script", utf16(unicode.BigEndian, unicode.IgnoreBOM), russian},
		{"UTF-16 with pairs", utf16(unicode.LittleEndian, unicode.UseBOM), "Prices 🕊 rise."},
		{"UTF-32", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), curly},
		{"Windows-1252", charmap.Windows1252, curly},
		{"Latin-1", charmap.ISO8859_1, german},
		{"Windows-1251", charmap.Windows1251, strings.Repeat(russian, 2)},
		{"KOI8-R", charmap.KOI8R, strings.Repeat(russian, 2)},
		{"Latin-2", charmap.ISO8859_2, strings.Repeat(czech, 2)},
		{"Shift JIS", japanese.ShiftJIS, strings.Repeat("経済は昨年五パーセント成長したと政府は発表した。", 4)},
		{"GB 18030", simplifiedchinese.GB18030, strings.Repeat("去年经济增长了百分之五，政府表示明年将继续增长。", 4)},
	} {
		raw, err := c.in.NewEncoder().String(c.text)
		if err != nil {
			t.Fatalf("%s: %v", c.why, err)
		}
		got, err := decode("a.txt", []byte(raw), false)
		if err != nil || got != c.text {
			t.Errorf("%s: %q, %v", c.why, got, err)
		}
	}
}

func TestDecodeHTML(t *testing.T) {
	const words = "Экономика выросла"
	for why, raw := range map[string]string{
		"<meta charset>": "<meta charset=windows-1251><p>" + encode(t, charmap.Windows1251, words),
		"<meta http-equiv>": `<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>` +
			encode(t, charmap.KOI8R, words),
		"UTF-8 against what is declared": "<meta charset=windows-1251><p>" + words,
		"a mark against what is declared": encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
			"<meta charset=windows-1251><p>"+words),
	} {
		d, err := Read(memory("a.html", raw), DefaultLimits)
		if err != nil || d.Text != words {
			t.Errorf("%s: %+v, %v", why, d, err)
		}
	}
	// What browsers show of a page with a broken byte, the words around it.
	d, err := Read(memory("a.html", "<p>Größe \xFF für alle"), DefaultLimits)
	if err != nil || d.Text != "Größe für alle" {
		t.Errorf("a broken byte: %+v, %v", d, err)
	}
}

func encode(t *testing.T, in encoding.Encoding, text string) string {
	t.Helper()
	raw, err := in.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// The stored text of a UTF-8 file is the file's own bytes.
func TestTextKeepsBytes(t *testing.T) {
	const content = "  A title\r\n\r\nA line\twith a tab, a form feed\f and “quotes”.\r\n\r\n"
	for _, mark := range []string{"", "\uFEFF"} {
		d := mustRead(t, "a.txt", mark+content)
		if d.Text != content {
			t.Errorf("%q became %q", mark+content, d.Text)
		}
	}
}
