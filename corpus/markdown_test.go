package corpus

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

const markdownBrief = `---
title: "Who pays for the *lake*?"
authors:
  - Ruth Calder
  - name: Tom Hale
date: 2024-05-03
publisher: Lake Institute
lang: en-GB
url: https://example.org/lake
---
# Who pays for the *lake*?

By Ruth Calder and [Tom Hale](https://example.org/tom)
3 May 2024

## Summary

- The lake has lost **90%** of its water.
- It *will likely* lose ~~all~~ more.
  - In the north, at least.

1. First
2. Second

## Outlook

### Short-term

The rains may
fail.[^1] See ` + "`rain.csv`" + ` and <https://example.org/rain>.\
A new line &amp; more.

### Kenya

| Year | Flow |
|------|-----:|
| 2024 | 5%   |

> We will pay.
>
> - So they say.

    code it is

![The lake](lake.png)

What to do
----------

Dredge\* it. <span class="x">Now</span>.

<!-- a remark -->
<div>A block of <b>HTML</b>.</div>

---

[^1]: As in 1984.
`

func TestMarkdown(t *testing.T) {
	d := mustRead(t, "a.md", markdownBrief)
	want := `Who pays for the lake?

By Ruth Calder and Tom Hale
3 May 2024

Summary

The lake has lost 90% of its water.

It will likely lose all more.

In the north, at least.

First

Second

Outlook

Short-term

The rains may
fail. See rain.csv and https://example.org/rain.
A new line & more.

Kenya

Year | Flow

2024 | 5%

We will pay.

So they say.

code it is

What to do

Dredge* it. Now.

A block of HTML.

As in 1984.`
	if diff := cmp.Diff(want, d.Text); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	wantOutline := `= title 1
  heading 1 Who pays for the lake?
= byline 0
  byline 0 By Ruth Calder and Tom Hale 3 …
= summary 2
  heading 2 Summary
  list_item 1 The lake has lost 90% of its w…
  list_item 1 It will likely lose all more.
  list_item 2 In the north, at least.
  list_item 1 First
  list_item 1 Second
= forecast 2
  heading 2 Outlook
= forecast_short 3
  heading 3 Short-term
  paragraph 0 The rains may fail. See rain.c…
= forecast 3
  heading 3 Kenya
  table_row 1 Year | Flow
  table_row 0 2024 | 5%
  quote 0 We will pay.
  list_item 1 So they say.
  code 0 code it is
= recommendations 2
  heading 2 What to do
  paragraph 0 Dredge* it. Now.
  paragraph 0 A block of HTML.
  list_item 1 As in 1984.
`
	if diff := cmp.Diff(wantOutline, outline(d)); diff != "" {
		t.Errorf("outline (-want +got):\n%s", diff)
	}
	got := []any{d.Title, d.Authors, d.Published.String(), d.Outlet, d.Language, d.URL}
	meta := []any{"Who pays for the lake?", []string{"Ruth Calder", "Tom Hale"}, "2024-05-03", "Lake Institute", "en", "https://example.org/lake"}
	if diff := cmp.Diff(meta, got); diff != "" {
		t.Errorf("metadata (-want +got):\n%s", diff)
	}
}

func TestFrontMatter(t *testing.T) {
	for _, c := range []struct {
		matter, title string
		authors       []string
		published     string
	}{
		{"author: Ruth Calder and Tom Hale\ndate: May 2024", "Head", []string{"Ruth Calder", "Tom Hale"}, "2024-05"},
		{"authors: [Ruth Calder, Tom Hale]\ndate: 2024", "Head", []string{"Ruth Calder", "Tom Hale"}, "2024"},
		{"Title: Other\nDate: '3 May 2024'\nby: By Ruth Calder", "Other", []string{"Ruth Calder"}, "2024-05-03"},
		{"title: >\n  A long\n  title\ndate: 2024-05-03T10:00:00Z", "A long title", nil, "2024-05-03"},
		{"tags: [a, b]\ndraft: true\ntitle: 2031", "2031", nil, ""},
		{"", "Head", nil, ""},
	} {
		d := mustRead(t, "a.md", "---\n"+c.matter+"\n---\n# Head\n\nWords.\n")
		if d.Title != c.title || d.Published.String() != c.published || cmp.Diff(c.authors, d.Authors) != "" {
			t.Errorf("%q: title %q, authors %q, published %q", c.matter, d.Title, d.Authors, d.Published)
		}
	}
	// Where nothing is marked as a heading, the look of the lines says what is one.
	d := mustRead(t, "a.md", "The dam\n\nRuth Calder | 3 May 2024\n\nIt is full.\n\nOutlook\n\nIt may break.\n")
	if want := "= title 1\n  heading 1 The dam\n= byline 0\n  byline 0 Ruth Calder | 3 May 2024\n= body 0\n  paragraph 0 It is full.\n= forecast 2\n  heading 2 Outlook\n  paragraph 0 It may break.\n"; outline(d) != want {
		t.Errorf("without headings:\n%s", outline(d))
	}
	// A rule at the start that nothing ends is no front matter.
	if d := mustRead(t, "a.md", "---\nWords: and more.\n"); d.Text != "Words: and more." {
		t.Errorf("an open rule: %q", d.Text)
	}
}

func FuzzReadMarkdown(f *testing.F) {
	f.Add([]byte(markdownBrief))
	f.Add([]byte("- a\n\n  b\n> - c\n>   1. d\n\n* * *\n\nTitle\n=====\n"))
	f.Add([]byte("| a | b |\n|---|---|\n| <b>c | d\\| |\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 1<<14 {
			return // goldmark takes time that grows with the square of some nestings
		}
		d, err := Read(memory("a.md", string(raw)), DefaultLimits)
		if err != nil {
			return
		}
		if err := sound(d); err != nil {
			t.Fatal(err)
		}
		if words := outside(d); words != "" {
			t.Fatalf("%q lies in no block", words)
		}
	})
}
