// PROVED

// A group whose context has a timeout: pages come until somebody fails or the time is up.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

type Page struct {
	URL  string
	Body string
}

func fetch(ctx context.Context, url string, latency time.Duration) (Page, error) {
	if url == "" {
		return Page{}, errors.New("empty url")
	}
	select {
	case <-time.After(latency):
		return Page{url, "body of " + url}, nil
	case <-ctx.Done():
		return Page{}, ctx.Err()
	}
}

func crawl(parent context.Context, urls []string) ([]Page, error) {
	ctx, cancel := context.WithTimeout(parent, 200*time.Millisecond)
	defer cancel()
	g, ctx := errgroup.WithContext(ctx)
	pages := make(chan Page)
	for i, url := range urls {
		g.Go(func() error {
			page, err := fetch(ctx, url, time.Duration(i)*10*time.Millisecond)
			if err != nil {
				return err
			}
			select {
			case pages <- page:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	}
	done := make(chan error, 1)
	go func() {
		done <- g.Wait()
		close(pages)
	}()
	var all []Page
	for page := range pages {
		all = append(all, page)
	}
	return all, <-done
}

func main() {
	pages, err := crawl(context.Background(), []string{"a", ""})
	fmt.Println(len(pages) <= 1, err != nil)
}
