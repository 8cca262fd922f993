package corpus

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode/utf32"
)

// magic lists the first bytes of files that people mistake for text.
var magic = []struct{ prefix, kind string }{
	{"%PDF-", "a PDF, which is not read yet"},
	{"PK\x03\x04", "a ZIP or Office file (such as DOCX), which is not read yet"},
	{"{\\rtf", "an RTF file, which is not read"},
	{"\xD0\xCF\x11\xE0", "an old Office file, which is not read"},
	{"\x1F\x8B", "a gzip file: unpack it first"},
	{"BZh", "a bzip2 file: unpack it first"},
	{"\xFD7zXZ", "an xz file: unpack it first"},
	{"7z\xBC\xAF", "a 7z file: unpack it first"},
	{"\x89PNG", "an image"},
	{"\xFF\xD8\xFF", "an image"},
	{"GIF8", "an image"},
	{"SQLite format 3\x00", "a database"},
	{"\x7FELF", "a program"},
}

// decode turns the bytes of a source into valid UTF-8. UTF-8 is the first guess: what is
// valid stays as it is, a byte order mark aside. Then come UTF-16 and UTF-32 by their
// marks or the look of their bytes, the encoding that markup declares, and last the one
// that the bytes look like.
func decode(name string, raw []byte, isHTML bool) (string, error) {
	for _, m := range magic {
		if bytes.HasPrefix(raw, []byte(m.prefix)) {
			return "", refuse(name, ErrBinary, "is %s", m.kind)
		}
	}
	text, err := toUTF8(name, raw, isHTML)
	if err != nil {
		return "", err
	}
	if n := controls(text); n*100 > len(text) {
		return "", refuse(name, ErrBinary, "is not text: %d of its %d bytes are control characters", n, len(text))
	}
	return text, nil
}

func toUTF8(name string, raw []byte, isHTML bool) (string, error) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xEF\xBB\xBF")):
		raw = raw[3:]
	case bytes.HasPrefix(raw, []byte("\xFF\xFE\x00\x00")), bytes.HasPrefix(raw, []byte("\x00\x00\xFE\xFF")):
		text, err := utf32.UTF32(utf32.LittleEndian, utf32.ExpectBOM).NewDecoder().Bytes(raw)
		if err != nil {
			return "", refuse(name, ErrEncoding, "is broken UTF-32: %v", err)
		}
		return string(text), nil
	case bytes.HasPrefix(raw, []byte("\xFF\xFE")):
		return fromUTF16(name, raw[2:], binary.LittleEndian)
	case bytes.HasPrefix(raw, []byte("\xFE\xFF")):
		return fromUTF16(name, raw[2:], binary.BigEndian)
	}
	if bytes.IndexByte(raw, 0) >= 0 {
		if order := utf16Order(raw); order != nil {
			return fromUTF16(name, raw, order)
		}
		return "", refuse(name, ErrBinary, "is not text: it holds NUL bytes")
	}
	if utf8.Valid(raw) {
		return string(raw), nil
	}
	if err := brokenUTF8(name, raw); err != nil {
		if isHTML {
			return strings.ToValidUTF8(string(raw), "\uFFFD"), nil // as browsers do
		}
		return "", err
	}
	return fromLegacy(name, raw, isHTML)
}

// fromUTF16 decodes UTF-16 without its byte order mark.
func fromUTF16(name string, raw []byte, order binary.ByteOrder) (string, error) {
	if len(raw)%2 != 0 {
		return "", refuse(name, ErrEncoding, "is UTF-16 cut short in the middle of a character")
	}
	var b strings.Builder
	b.Grow(len(raw))
	for i := 0; i < len(raw); i += 2 {
		r := rune(order.Uint16(raw[i:]))
		if utf16.IsSurrogate(r) {
			low := rune(0)
			if i+4 <= len(raw) {
				low = rune(order.Uint16(raw[i+2:]))
			}
			r = utf16.DecodeRune(r, low)
			if r == utf8.RuneError {
				return "", refuse(name, ErrEncoding, "is broken UTF-16: a half of a pair stands alone at byte %d", i)
			}
			i += 2
		}
		b.WriteRune(r)
	}
	return b.String(), nil
}

// utf16Order tells the byte order of UTF-16 without a mark by where its spaces and line
// ends have their NUL; nil where the bytes do not look like UTF-16.
func utf16Order(raw []byte) binary.ByteOrder {
	head := raw[:min(len(raw), 64<<10)&^1]
	little, big := 0, 0
	for i := 0; i+1 < len(head); i += 2 {
		switch {
		case head[i+1] == 0 && (head[i] == ' ' || head[i] == '\n'):
			little++
		case head[i] == 0 && (head[i+1] == ' ' || head[i+1] == '\n'):
			big++
		}
	}
	// Prose has a space in every five to seven characters; one in forty will do.
	units := len(head) / 2
	switch {
	case little*40 > units && little > 4*big:
		return binary.LittleEndian
	case big*40 > units && big > 4*little:
		return binary.BigEndian
	}
	return nil
}

// brokenUTF8 returns an error where raw, which is not valid UTF-8, is UTF-8 nonetheless:
// cut short, or with more good characters beyond ASCII than bad bytes. In other encodings
// such characters come about by rare chance only.
func brokenUTF8(name string, raw []byte) error {
	good, bad, first := 0, 0, -1
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			if bad == 0 {
				first = i
			}
			bad++
		} else {
			good++
		}
		i += size
	}
	// One byte at the end may be a letter of another encoding, unless UTF-8 stands before it.
	tail := raw[first:]
	switch {
	case !utf8.FullRune(tail) && (good > 0 || len(tail) > 1):
		return refuse(name, ErrEncoding, "is UTF-8 cut short in the middle of a character, at byte %d", first)
	case good > bad:
		return refuse(name, ErrEncoding, "is UTF-8 with broken bytes: %d of them, the first at byte %d", bad, first)
	}
	return nil
}

// fromLegacy decodes an encoding of a byte or a few a character: the one that a page
// declares, else the one that the bytes look like.
func fromLegacy(name string, raw []byte, isHTML bool) (string, error) {
	label := ""
	if head := raw[:min(len(raw), 1024)]; isHTML && bytes.Contains(bytes.ToLower(head), []byte("charset")) {
		_, label, _ = charset.DetermineEncoding(head, "text/html")
	}
	if label == "" || label == "utf-8" {
		label = guessEncoding(raw)
	}
	encoding, _ := charset.Lookup(label)
	if encoding == nil {
		return "", refuse(name, ErrEncoding, "seems to be in %s, which is not read", label)
	}
	text, err := encoding.NewDecoder().Bytes(raw)
	if err != nil {
		return "", refuse(name, ErrEncoding, "is broken %s: %v", label, err)
	}
	return string(text), nil
}

// guessEncoding names the encoding that raw looks like by the statistics of its letters.
// Where most bytes are ASCII, these tell little: what is not clearly of Central Europe or
// Turkey is taken for windows-1252, which holds Latin-1 and the curly quotes and dashes of
// word processors.
func guessEncoding(raw []byte) string {
	const western = "windows-1252"
	head := raw[:min(len(raw), 64<<10)]
	best, err := chardet.NewTextDetector().DetectBest(head)
	if err != nil {
		return western
	}
	beyond := 0
	for _, b := range head {
		if b >= utf8.RuneSelf {
			beyond++
		}
	}
	switch best.Charset {
	case "ISO-8859-1", "UTF-8":
		return western
	case "ISO-8859-2", "windows-1250", "ISO-8859-9", "windows-1254":
		return best.Charset
	}
	if beyond*5 < len(head) {
		return western
	}
	return best.Charset
}

// controls counts the control characters that have no place in prose: those but white
// space, of ASCII and of the range that a wrong guess of the encoding brings up.
func controls(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}
