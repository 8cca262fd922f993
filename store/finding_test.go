package store

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"testing"

	"augury/corpus"
)

func TestFinding(t *testing.T) {
	s := threeBriefs(t)
	row := allRows(t, s, Claims, Filter{Type: corpus.Prediction, Document: 1})[0]
	id, key := cell(t, Claims, row, "id").(int64), cell(t, Claims, row, "key").(string)
	for _, ref := range []string{strconv.FormatInt(id, 10), key, key[:12], strings.ToUpper(key)} {
		d, f, err := s.Finding(context.Background(), ref)
		if err != nil {
			t.Errorf("%s: %v", ref, err)
			continue
		}
		if f.ID != id || f.Key != key || f.Document != 1 || f.Version != 1 || f.Status != StatusOpen {
			t.Errorf("%s: located at %+v", ref, f)
		}
		if got := d.Words(f.Span); got != "Kazakhstan will likely build two lines by 2030" || f.Score != 0.75 {
			t.Errorf("%s: %q with score %g", ref, got, f.Score)
		}
	}
	for _, ref := range []string{"99999", "", "zebra", key[:3], "000000000000"} {
		if _, _, err := s.Finding(context.Background(), ref); !errors.Is(err, ErrNotFound) {
			t.Errorf("%q: error %v, want ErrNotFound", ref, err)
		}
	}
}
