package corpus

import (
	"regexp"
	"strings"

	"github.com/andybalholm/cascadia"
)

// unseen selects what is no part of the text of a page: code, controls, pictures, the ways
// around a site, the foot of a site (that of an article belongs to it), marks of footnotes
// and the ways back from them, and what is hidden.
var unseen = selector(
	"script", "style", "template", "noscript",
	"iframe", "object", "embed", "applet", "svg", "math", "canvas", "audio", "video", "map",
	"nav", "menu", "button", "select", "datalist", "textarea", "input", "dialog",
	"rp", "rt", "footer:not(article footer)",
	`sup:has(a[href^="#"])`, `a[class*="footnote-"]`, `a[role^="doc-back"]`,
	// what a word shows when it is pointed at
	`[class*="tooltip"] span[class*="tooltip"]`, `[class*="popover"] span[class*="popover"]`, `[class*="rollover"] span[class*="rollover"]`,
	"[hidden]", `[aria-hidden="true"]`, `[role="navigation"]`, `[role="search"]`, `[role="dialog"]`,
	`[style*="display:none" i]`, `[style*="display: none" i]`,
	`[style*="visibility:hidden" i]`, `[style*="visibility: hidden" i]`,
)

// furniture selects what sites put into and around their articles, by the names that they
// give to it.
var furniture = selector(
	"aside", "article article",
	// teasers of other pages
	`[class*="related"]`, `[class*="promo"]`, `[class*="recommend"]`, `[class*="read-more"]`, `[class*="readmore"]`,
	`[class*="more-stories"]`, `[class*="most-read"]`, `[class*="most-popular"]`, `[class*="trending"]`,
	`[class*="outbrain"]`, `[class*="taboola"]`,
	// letters, subscriptions, advertisements
	`[class*="newsletter"]`, `[class*="subscri"]`, `[class*="signup"]`, `[class*="sign-up"]`, `[class*="-cta"]`,
	`[class*="advert"]`, `[class*="sponsor"]`, `[class*="donat"]`,
	// the ways to pass a page on
	`[class^="shar"]`, `[class*="share-"]`, `[class*="-share"]`, `[class*="social"]`, `[class*="addthis"]`,
	// notices
	`[class*="cookie"]`, `[id*="cookie"]`, `[class*="consent"]`, `[class*="gdpr"]`, `[class*="notification"]`,
	`[class*="popup"]`, `[class*="popover"]`, `[class*="rollover"]`, `[class*="tooltip"]`, `[class*="modal"]`, `[class*="scrim"]`,
	// what is for the printer or the screen reader
	`[class*="print-header"]`, `[class*="print-only"]`, `[class*="screen-reader"]`, `[class*="sr-only"]`, `[class*="visually-hidden"]`,
	// what readers say, and who the author is
	`#comments`, `[class*="comments-"]`, `[class*="comment-"]`, `[class*="disqus"]`,
	`[class*="author-bio"]`, `[class*="author-box"]`, `[class*="about-author"]`, `[class*="author-info"]`,
	// where a page stands on its site
	`[class*="breadcrumb"]`, `[class*="pagination"]`, `[class*="post-nav"]`, `[class*="tag-list"]`,
	// what is said of a picture
	"figcaption", `[class*="caption"]`, `[class*="image-credit"]`, `[class*="photo-credit"]`,
)

// frames selects what is no furniture, whatever its name: "page-with-comments".
var frames = selector("html", "body", "main", "article:not(article article)", ":has(h1)")

// selector compiles a list of selectors of CSS, of which one must match.
func selector(list ...string) cascadia.Selector {
	return cascadia.MustCompile(strings.Join(list, ", "))
}

// furnitureLines match whole blocks of up to lineLimit bytes that speak of the site and not
// of the subject, by their first words or by all of them.
var furnitureLines = []*regexp.Regexp{
	// other pages
	regexp.MustCompile(`^(?i:(?:read|see|find out|learn|watch|listen) (?:more|also|next|now)\b ?[:»→>]|(?:related|see also|also read|read this|more|click here|don['’]t miss|must[- ]read|you (?:may|might) also like)(?: (?:articles?|stories|content|coverage|posts?|reading|news))?:|see more:|more from [^.]{1,60}$)`),
	regexp.MustCompile(`^(?i:(?:read (?:more|next|also)|related(?: (?:articles?|stories|content|posts?|topics?))?|see also|don['’]t miss|recommended(?: (?:for you|reading))?|most (?:read|popular)|trending(?: now)?|you (?:may|might) also (?:like|enjoy)|more (?:[\pL\d&]+ ){0,3}(?:stories|news|coverage)|more|top stories|editors?['’]? picks?|advertisement|story continues below(?: advertisement)?|continue reading|view comments|leave a (?:comment|reply)|comments|share(?: this(?: (?:article|story|page))?)?|print|email|tweet|subscribe(?: now)?|sign up|back to top)[:.…]?)$`),
	// letters and subscriptions
	regexp.MustCompile(`^(?i:(?:please )?(?:sign up|subscribe|register|log in|join)\b.{0,120}\b(?:newsletters?|inbox|(?:daily|weekly|email|news) updates?|alerts|youtube channel)\b)`),
	regexp.MustCompile(`(?i:\b(?:subscribe|sign up)\b.{0,40}\bnewsletters?\b|\bin(?:to)? your inbox\b|\bdelivered (?:straight |directly )?(?:to|into|through) your (?:inbox|letterbox|mailbox|door)\b)`),
	regexp.MustCompile(`^(?i:get (?:unlimited )?(?:access to|the latest)\b)`),
	// where to follow, write and listen
	regexp.MustCompile(`^(?i:(?:please |you can )?(?:follow|like|find) [^.]{0,80}\bon (?:twitter|facebook|instagram|linkedin|youtube|x|telegram|social media)\b)`),
	regexp.MustCompile(`(?i:\bfollow (?:him|her|them|us|me)\b.{0,30}(?:@|\btwitter\b|\bfacebook\b|\binstagram\b|\blinkedin\b))`),
	regexp.MustCompile(`^(?i:(?:contact|email|e-mail|write to|reach) [^.]{0,60}\b(?:at|on|via) \S*(?:@|https?://|www\.)\S+)`),
	regexp.MustCompile(`^(?i:(?:have|got) a (?:news )?(?:tip|story|question)\b.{0,20}\?)`),
	regexp.MustCompile(`^(?i:you must (?:be logged in|log in) to\b)`),
	regexp.MustCompile(`^(?i:click here (?:to|for)\b)`),
	// who has the rights, and who helped
	regexp.MustCompile(`^(?i:(?:copyright )?(?:©|\(c\)) ?(?:copyright )?(?:19|20)\d\d|copyright (?:[^.]{1,40} )?(?:©|\(c\)|(?:19|20)\d\d))`),
	regexp.MustCompile(`(?i:\ball rights reserved\b)`),
	regexp.MustCompile(`^(?i:this (?:copy|article|story|post|page) (?:is for your personal|has been sent|was sent))`),
	regexp.MustCompile(`^\((?i:reporting|writing|additional reporting|editing) by [^.]*[.;]?[^.]*\.?\)$`),
	regexp.MustCompile(`^(?i:[^.]{3,120} contributed (?:to )?(?:this|the) (?:report|story|article)\.?)$`),
	regexp.MustCompile(`^(?i:(?:additional )?reporting by [^.]{3,80}\.?)$`),
	regexp.MustCompile(`^(?i:(?:photo|image|picture|photograph)(?:s|graphs?)?(?: (?:by|credit|courtesy(?: of)?))?: ?[^.]{2,80})$`),
	regexp.MustCompile(`^(?i:an error (?:has )?occurred\b.*|thank you[.!]?)$`),
	regexp.MustCompile(`^(?i:(?:last )?updated:? (?:at|on) [^.]{3,40}(?:[ap]\.?m\.?)?)$`),
}

// lineLimit is the greatest length in bytes of a block that is furniture by its words.
const lineLimit = 400

// isFurnitureLine reports whether the words of a block are a site's and not the author's.
func isFurnitureLine(words string) bool {
	if len(words) > lineLimit {
		return false
	}
	for _, line := range furnitureLines {
		if line.MatchString(words) {
			return true
		}
	}
	return false
}

// isTeaser reports whether a block is the link to another page and no more.
func isTeaser(r rendered) bool {
	return r.kind != TableRow && r.linked*10 >= len(r.words)*9
}

// withoutFurniture leaves those blocks of an article out that are furniture by their
// words, by the elements that they stand in on the page, whose blocks are all, or as links
// under a line that announces them or after the last of the text. Where nearly all of
// the article would be left out, the names of its elements mean nothing.
func withoutFurniture(article, all []rendered) []rendered {
	onPage := map[string]rendered{}
	for _, r := range all {
		key := strings.Join(plainWords(r.words), " ")
		if before, ok := onPage[key]; !ok || before.foreign {
			onPage[key] = r
		}
	}
	for i := range article {
		r := onPage[strings.Join(plainWords(article[i].words), " ")]
		article[i].foreign, article[i].linked = r.foreign, r.linked
	}
	var kept []rendered
	under := false // a line that announces teasers
	for _, r := range article {
		switch {
		case isFurnitureLine(r.words):
			under = true
		case r.foreign:
		case under && (isTeaser(r) || r.kind == ListItem && r.linked > 0):
		default:
			under = false
			kept = append(kept, r)
		}
	}
	for len(kept) > 0 && isTeaser(kept[len(kept)-1]) {
		kept = kept[:len(kept)-1]
	}
	if length(kept)*10 < length(article) {
		return article
	}
	return kept
}
