package corpus

import (
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// parseHTML parses a page. One that is nested deeper than the parser goes is refused.
func parseHTML(name, text string) (*html.Node, error) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, refuse(name, ErrMarkup, "is broken HTML: %v", err)
	}
	return root, nil
}

// readHTML finds the article in a web page and renders it.
func readHTML(name, text string) (page, error) {
	root, err := parseHTML(name, text)
	if err != nil {
		return page{}, err
	}
	result, err := trafilatura.ExtractDocument(root, trafilatura.Options{
		EnableFallback:  true,
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled,
	})
	if err != nil {
		b := htmlBlocks(root)
		return b.page(), nil
	}
	b := htmlBlocks(result.ContentNode)
	return b.page(), nil
}
