package corpus

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFurnitureLine(t *testing.T) {
	for _, words := range []string{
		"Read more: The lake that moved", "RELATED: Who owns the water?", "Related articles", "More from the Water Desk",
		"More Lake Times stories", "Don’t miss", "You may also like",
		"Sign up for our weekly newsletter.", "Subscribe to Lake Notes and get the newsletter on Fridays.",
		"The day's reports, delivered to your inbox.", "Get the latest from the shore.",
		"Follow Lake Times on Facebook and LinkedIn.", "Ruth Calder writes on water. Follow her on Twitter @rcalder.",
		"Contact Ruth Calder at ruth@example.org.", "Have a tip? Write to us.", "You must log in to post a comment.",
		"Click here to download the report.",
		"© 2024 Lake Times", "Copyright 2024 Lake Times.", "Some text. All rights reserved.",
		"(Reporting by Ruth Calder; editing by Tom Hale)", "Tom Hale contributed to this report.", "Photo: Ann Poe", "Updated at 3:40 p.m.",
	} {
		if !isFurnitureLine(words) {
			t.Errorf("%q is taken for the author's", words)
		}
	}
	for _, words := range []string{
		"More water will flow in spring.", "More on inflation", "Related risks: dams and drought", "Read together, the figures say little.",
		"Farmers sign up for the scheme in March and will get seed.", "The ministry will subscribe to the bonds.",
		"Get water to the towns first.", "Other states may follow them into the pact.", "Follow the money on the river.",
		"Contact between the navies is likely to grow.", "Reach an agreement on prices by June.", "Copyright law will be amended.",
		"Most of the lake is dry.", "Thank you, said the minister, but the dam stays.", "Comments by the bank point to a cut.",
		"Share prices fell by 3%.", "Updated forecasts are due in May.",
	} {
		if isFurnitureLine(words) {
			t.Errorf("%q is taken for the site's", words)
		}
	}
}

// furnished is an article with what sites put between its paragraphs.
const furnished = `<html lang="en"><head><title>The lake and the dam</title><script>x()</script></head>
<body class="page-with-comments social-theme"><div class="wrapper newsletter-enabled">
<div class="promo-strip"><h3><a href="/1">Ten lakes to see</a></h3></div>
<h1>The lake and the dam</h1><p class="byline">By Ruth Calder | 3 May 2024</p>
<article class="text"><p>The board of the lake met on <time>2 May</time> and <ins>again</ins> the day after, but the states that share
<span class="tooltip">its water<span class="tooltip-text">All of it, in law</span></span> could not agree on what each may take in summer.</p>
<figure><img src="a.jpg"><figcaption>The lake at noon</figcaption></figure>
<p><b>Read more:</b> <a href="/2">Who owns the water?</a></p>
<p>The dam is expected to be full by autumn, and flows downstream will fall by between 3 and 5 percent for as long as that takes, said the engineers.</p>
<div class="newsletter-box"><p>One letter a week with all that happens on the shore, and it costs nothing at all.</p></div>
<table><tr><th>Year</th><th>Flow</th></tr><tr><td>2023</td><td>41</td></tr></table>
<p>Towns on the shore have saved a tenth of what they used. They may have to save twice as much by the end of next year, unless more rain comes.</p>
<p>More lake stories</p><ul><li><a href="/3">Salt in the south</a></li><li>New: <a href="/4">Fish in the north</a></li></ul>
<div class="author-bio"><p>Ruth Calder has written on rivers for twenty years, and lives on one.</p></div>
<p><a href="/5">All that we wrote of the lake in the past year</a></p>
<article class="comment"><p>I was there, and I did not see any of this happen at all, whatever they say.</p></article></article>
<div id="comments"><p>What about the birds? Nobody ever asks about the birds, and there are many of them.</p></div></div></body></html>`

func TestSiteFurniture(t *testing.T) {
	d := mustRead(t, "a.html", furnished)
	got := outline(d)
	want := `= title 1
  heading 1 The lake and the dam
= byline 0
  byline 0 By Ruth Calder | 3 May 2024
= body 0
  paragraph 0 The board of the lake met on 2…
  paragraph 0 The dam is expected to be full…
  table_row 1 Year | Flow
  table_row 0 2023 | 41
  paragraph 0 Towns on the shore have saved …
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("outline (-want +got):\n%s", diff)
	}
	if words := "met on 2 May and again the day after, but the states that share its water could not"; !strings.Contains(d.Text, words) {
		t.Errorf("no %q in the text:\n%s", words, d.Text)
	}
}

// A sentence marked as a heading below the title belongs to the title; the heading of the
// first part does not.
func TestStandfirst(t *testing.T) {
	d := mustRead(t, "a.md", "# The lake and the dam\n\n## The new dam holds back more than anybody had thought.\n\nBy Ruth Calder\n\nIt is full.")
	if want := "= title 1\n  heading 1 The lake and the dam\n  heading 2 The new dam holds back more th…\n= byline 0\n"; !strings.HasPrefix(outline(d), want) {
		t.Errorf("outline:\n%s", outline(d))
	}
	d = mustRead(t, "a.md", "# The lake and the dam\n\n## What comes after the dam is full and the lake is dry?\n\nIt is full.")
	if want := "= title 1\n  heading 1 The lake and the dam\n= body 2\n"; !strings.HasPrefix(outline(d), want) {
		t.Errorf("outline:\n%s", outline(d))
	}
}

// Where all of a page is marked as furniture, the names mean nothing.
func TestAllFurniture(t *testing.T) {
	body := strings.ReplaceAll(furnished[strings.Index(furnished, "<p>The dam is"):strings.Index(furnished, "<div class=\"newsletter-box")], "\n", " ")
	page := `<html><script>x()</script><body><div class="modal-social">` + strings.Repeat(body, 2) + `</div></body></html>`
	if d := mustRead(t, "a.html", page); !strings.Contains(d.Text, "full by autumn") {
		t.Errorf("the text is lost: %q", d.Text)
	}
}
