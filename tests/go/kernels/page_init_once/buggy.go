// Hugo's pages: the content is initialised once under the page's lock, and what runs inside the
// Once asks the page for its summary, which initialises it.
package main

import (
	"fmt"
	"sync"
)

type page struct {
	init      sync.Once
	raw       string
	content   string
	summary   string
	shortcode func(p *page) string
}

func (p *page) initContent() {
	p.init.Do(func() { // BUG deadlock "sync.Mutex.Lock"
		p.content = p.raw + p.shortcode(p)
		if len(p.content) > 4 {
			p.summary = p.content[:4]
		}
	})
}

func (p *page) Content() string {
	p.initContent()
	return p.content
}

func (p *page) Summary() string {
	p.initContent()
	return p.summary
}

type site struct{ pages []*page }

func (s *site) render() []string {
	var wg sync.WaitGroup
	out := make([]string, len(s.pages))
	for i, p := range s.pages {
		wg.Add(1)
		go func(i int, p *page) {
			defer wg.Done()
			out[i] = p.Content()
		}(i, p)
	}
	wg.Wait()
	return out
}

func main() {
	teaser := func(p *page) string { return "[" + p.Summary() + "]" }
	s := &site{pages: []*page{
		{raw: "index", shortcode: func(*page) string { return "" }},
		{raw: "about", shortcode: teaser},
	}}
	fmt.Println(s.render())
}
