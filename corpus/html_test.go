package corpus

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// handmade is a page as somebody writes it by hand.
const handmade = `<!doctype html>
<html lang="en-GB"><head><title>Will the lake hold? | Lake Institute</title>
<meta name="author" content="Ruth Calder"></head>
<body><header><a href="/">Lake Institute</a><nav><a href="/a">Home</a></nav></header>
<h1>Will the lake hold?</h1>
<p class="byline">By Ruth Calder and <a href="#">Tom Q. Hale</a> | 3 May 2024</p>
<h2>Summary</h2>
<ul><li>The lake&rsquo;s loss stands at 68&nbsp;%.</li><li>It <b>will  likely</b>
rise.<ul><li>In the north.</li></ul></li></ul>
<h2>Outlook</h2>
<h3>Short-term</h3>
<p>Flow is expected to slow to 4.5%.<br>A new line<sup><a href="#fn1">1</a></sup>, of 3 km<sup>2</sup>.</p>
<p><strong>Long-term</strong></p>
<p>The dam may <q>fail</q>&#x2014;or so&shy;me of it.</p>
<table><tr><th>Year</th><th>Flow</th></tr><tr><td>2024</td><td>5 <i>%</i></td></tr></table>
<table><tr><td><p>A table that</p><p>arranges a page.</p></td></tr></table>
<blockquote><p>We will pay.</p></blockquote>
<pre>
Written in lines that
go on to the next, as
they did in old pages.
</pre>
<pre><code>x := 1</code></pre>
<p style="display: none">hidden</p><p hidden>hidden</p><span aria-hidden="true">hidden</span>
<article><footer>The author is a fellow.</footer></article>
<div>Words between <p>elements</p> of a block.</div>
<footer><p>We will never share your address.</p></footer>
</body></html>`

func TestHTML(t *testing.T) {
	d := mustRead(t, "a.html", handmade)
	want := `Will the lake hold?

By Ruth Calder and Tom Q. Hale | 3 May 2024

Summary

The lake’s loss stands at 68 %.

It will likely rise.

In the north.

Outlook

Short-term

Flow is expected to slow to 4.5%.
A new line, of 3 km2.

Long-term

The dam may “fail”—or some of it.

Year | Flow

2024 | 5 %

A table that

arranges a page.

We will pay.

Written in lines that
go on to the next, as
they did in old pages.

x := 1

The author is a fellow.

Words between

elements

of a block.`
	if diff := cmp.Diff(want, d.Text); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	wantOutline := `= title 1
  heading 1 Will the lake hold?
= byline 0
  byline 0 By Ruth Calder and Tom Q. Hale…
= summary 2
  heading 2 Summary
  list_item 1 The lake’s loss stands at 68 %…
  list_item 1 It will likely rise.
  list_item 2 In the north.
= forecast 2
  heading 2 Outlook
= forecast_short 3
  heading 3 Short-term
  paragraph 0 Flow is expected to slow to 4.…
= forecast_long 3
  heading 3 Long-term
  paragraph 0 The dam may “fail”—or some of …
  table_row 1 Year | Flow
  table_row 0 2024 | 5 %
  paragraph 0 A table that
  paragraph 0 arranges a page.
  quote 0 We will pay.
  paragraph 0 Written in lines that go on to…
  code 0 x := 1
  paragraph 0 The author is a fellow.
  paragraph 0 Words between
  paragraph 0 elements
  paragraph 0 of a block.
`
	if diff := cmp.Diff(wantOutline, outline(d)); diff != "" {
		t.Errorf("outline (-want +got):\n%s", diff)
	}
	got := []any{d.Title, d.Authors, d.Published.String(), d.Language}
	if diff := cmp.Diff([]any{"Will the lake hold?", []string{"Ruth Calder", "Tom Q. Hale"}, "2024-05-03", "en"}, got); diff != "" {
		t.Errorf("metadata (-want +got):\n%s", diff)
	}
}

// site is a page as a site puts it out, with all that stands around an article.
const site = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Water stress in the delta - Delta Policy Centre</title>
<meta property="og:site_name" content="Delta Policy Centre">
<meta property="og:title" content="Water stress in the delta">
<link rel="canonical" href="https://example.org/briefs/delta">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Nobody"},
{"@type":"Report","headline":"Water stress in the delta","author":[{"@type":"Person","name":"Aigul Bekova"},
{"@type":"Person","name":"Tom Hale"}],"datePublished":"2024-02-11T08:00:00+00:00","publisher":{"name":"Delta Policy Centre"}}]}</script>
<script>window.dataLayer=[];</script><style>.x{color:red}</style></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/briefs">Briefs</a></li></ul></nav>
<main><article>
<h1>Water stress in the delta</h1>
<div class="meta"><span class="author">By Aigul Bekova and Tom Hale</span> <time datetime="2024-02-11">11 February 2024</time> · 6 min read</div>
<h2>Key judgements</h2>
<ul><li>Flows will fall by 12% by 2030.</li><li>Farmers are unlikely to cut cotton.</li></ul>
<h2>Background</h2>
<p>The delta feeds five states. Its rivers have lost 30% of their flow since 1990, and glaciers are in retreat across the range. The states share water under an agreement of 1992 that few of them honour in dry years.</p>
<p>Upstream states store water in summer and release it in winter for power. Downstream states want the reverse. The dispute has no court that could settle it.</p>
<h2>Next 12 months</h2>
<p>The dam will likely be filled further, which could cut summer flows by between 3 and 5 percent.</p>
</article>
<aside><h3>Related</h3><ul><li><a href="/a">Gas in the north</a></li><li><a href="/b">Debt in the south</a></li></ul></aside></main>
<footer><p>© 2024 Delta Policy Centre. All rights reserved.</p></footer>
<script src="/app.js"></script>
</body></html>`

func TestSite(t *testing.T) {
	d := mustRead(t, "a.html", site)
	want := `= title 1
  heading 1 Water stress in the delta
= byline 0
  byline 0 By Aigul Bekova and Tom Hale 1…
= summary 2
  heading 2 Key judgements
  list_item 1 Flows will fall by 12% by 2030…
  list_item 1 Farmers are unlikely to cut co…
= body 2
  heading 2 Background
  paragraph 0 The delta feeds five states. I…
  paragraph 0 Upstream states store water in…
= forecast_short 2
  heading 2 Next 12 months
  paragraph 0 The dam will likely be filled …
`
	if diff := cmp.Diff(want, outline(d)); diff != "" {
		t.Errorf("outline (-want +got):\n%s", diff)
	}
	got := []any{d.Title, d.Authors, d.Published.String(), d.Outlet, d.Language, d.URL}
	meta := []any{"Water stress in the delta", []string{"Aigul Bekova", "Tom Hale"}, "2024-02-11", "Delta Policy Centre", "en", "https://example.org/briefs/delta"}
	if diff := cmp.Diff(meta, got); diff != "" {
		t.Errorf("metadata (-want +got):\n%s", diff)
	}
	again := mustRead(t, "a.html", site)
	if diff := cmp.Diff(d, again); diff != "" {
		t.Errorf("the same page read twice differs:\n%s", diff)
	}
}

func TestMeta(t *testing.T) {
	for _, c := range []struct {
		why, head, title string
		authors          []string
		published        string
		outlet, url      string
	}{
		{"OpenGraph", `<meta property="og:title" content="The lake"><meta property="article:published_time" content="2024-05-03T01:02:03Z">
			<meta property="og:site_name" content="Lake Times"><meta property="og:url" content="https://example.org/1">
			<meta property="article:author" content="https://example.org/ruth"><meta name="author" content="Ruth Calder, Water Correspondent">`,
			"The lake", []string{"Ruth Calder"}, "2024-05-03", "Lake Times", "https://example.org/1"},
		{"names of libraries", `<meta name="citation_title" content="The lake"><meta name="citation_author" content="Calder, Ruth">
			<meta name="citation_author" content="Hale, Tom"><meta name="citation_publication_date" content="2024/05">`,
			"The lake", []string{"Ruth Calder", "Tom Hale"}, "2024-05", "", ""},
		{"Dublin Core", `<meta name="DC.title" content="The lake"><meta name="DC.creator" content="Ruth Calder"><meta name="DC.date.issued" content="2024">`,
			"The lake", []string{"Ruth Calder"}, "2024", "", ""},
		{"JSON-LD goes before <meta>", `<meta property="og:title" content="No"><script type="application/ld+json">
			[{"@type":["NewsArticle"],"headline":"The lake &amp; the dam","author":"Ruth Calder","datePublished":"2024-05-03","publisher":{"name":"Lake Times"}}]</script>`,
			"The lake & the dam", []string{"Ruth Calder"}, "2024-05-03", "Lake Times", ""},
		{"JSON-LD that refers to another object", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"The	lake","author":{"@id":"#ruth"},
			"publisher":{"@id":"#times"}}</script><script type="application/ld+json">{"@graph":[{"@id":"#times","name":"Lake Times"},{"@id":"#ruth","name":"Ruth Calder"}]}</script>`,
			"The lake", []string{"Ruth Calder"}, "", "Lake Times", ""},
		{"JSON-LD of the page where none is of an article", `<script type="application/ld+json">{"@type":"WebPage","name":"The lake - Lake Times","datePublished":"2024-05-03"}</script>
			<title>The lake</title>`, "The lake", nil, "2024-05-03", "", ""},
		{"a date that is none", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"0001-01-01T00:00:00Z"}</script><meta name="pdate" content="20240503">`,
			"", nil, "2024-05-03", "", ""},
		{"accounts, and outlets beside authors", `<meta property="og:site_name" content="Lake Times"><meta name="author" content="admin"><meta name="author" content="rcalder">
			<meta name="byl" content="By Ruth Calder and Tom Hale Lake Times, Lake Times Business | Shore Media">`,
			"", []string{"Ruth Calder", "Tom Hale"}, "", "Lake Times", ""},
		{"who comments is no author", `<title>The lake</title></head><body><div itemprop="comment"><span itemprop="author">Ann Poe</span></div><p><span itemprop="author">Ruth Calder</span></p>`,
			"The lake", []string{"Ruth Calder"}, "", "", ""},
		{"classes of elements", `<title>The lake</title></head><body><span class="author">By Ruth Calder, Lake Times</span>
			<span class="author">Not Her</span><div class="publish-date">Published 9:15 AM May 3, 2024</div>`,
			"The lake", []string{"Ruth Calder"}, "2024-05-03", "", ""},
		{"a class that holds more than a name", `<title>The lake</title></head><body><div class="author">All that was written by those who live there</div>`,
			"The lake", nil, "", "", ""},
		{"broken JSON-LD", `<script type="application/ld+json">{"@type":"Article",</script><title>The lake</title>`, "The lake", nil, "", "", ""},
		{"the site's name in <title>", `<title>The lake - Lake Times</title><meta property="og:site_name" content="Lake Times">`, "The lake", nil, "", "Lake Times", ""},
		{"an address or an account is no outlet", `<meta property="og:site_name" content="@lake"><meta name="publisher" content="https://example.org">`, "", nil, "", "", ""},
		{"an address without its site", `<link rel="canonical" href="/lake">`, "", nil, "", "", ""},
		{"nothing", ``, "", nil, "", "", ""},
	} {
		d := mustRead(t, "a.html", "<html><head>"+c.head+"</head><body><p>It is full, and nobody minds.</p></body></html>")
		if d.Title != c.title || d.Published.String() != c.published || d.Outlet != c.outlet || d.URL != c.url || cmp.Diff(c.authors, d.Authors) != "" {
			t.Errorf("%s: title %q, authors %q, published %q, outlet %q, url %q", c.why, d.Title, d.Authors, d.Published, d.Outlet, d.URL)
		}
	}
}

// A page in which no article is found is taken as it is.
func TestPageWithoutArticle(t *testing.T) {
	for _, page := range []string{"Just words", "<p>Just words", "<script>x()</script><div><span>Just <i>words</i></span></div>", "<body><form><p>Just words</p></form>"} {
		if d := mustRead(t, "a.html", page); d.Text != "Just words" {
			t.Errorf("%s: %q", page, d.Text)
		}
	}
}

func FuzzReadHTML(f *testing.F) {
	f.Add([]byte(handmade))
	f.Add([]byte(site))
	f.Add([]byte("<table><tr><td><pre>a\n- b\n<tr></table><ol><li><h2>c</h2><p>d</ol><script>e"))
	f.Add([]byte("<svg><p>a</p></svg><math><mi>b</mi></math><template><p>c</template><plaintext>d"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		d, err := Read(memory("a.html", string(raw)), Limits{Bytes: 1 << 16})
		if err != nil {
			return
		}
		if err := sound(d); err != nil {
			t.Fatal(err)
		}
		if words := outside(d); words != "" {
			t.Fatalf("%q lies in no block", words)
		}
		if strings.ContainsRune(d.Text, 0) {
			t.Fatal("NUL in the text")
		}
	})
}
