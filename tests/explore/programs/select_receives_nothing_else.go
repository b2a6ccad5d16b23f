// BUG main.1 leaked chan send

// The search stands between the select and the look at which case went on: what the other case would
// have received must be nothing by then, not what the registers held before.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type page struct{ url, body string }

func fetch(ctx context.Context, url string) (page, error) {
	if url == "" {
		return page{}, errors.New("no url")
	}
	return page{url, "text"}, ctx.Err()
}

func first(parent context.Context, url string) ([]page, error) {
	ctx, cancel := context.WithTimeout(parent, time.Second)
	defer cancel()
	pages := make(chan page)
	failed := make(chan error, 1)
	go func() {
		p, err := fetch(ctx, url)
		if err != nil {
			failed <- err
			return
		}
		pages <- p
		close(pages)
	}()
	var all []page
	for {
		select {
		case p, ok := <-pages:
			if !ok {
				return all, nil
			}
			all = append(all, p)
		case err := <-failed:
			return all, err
		case <-ctx.Done():
			return all, ctx.Err()
		}
	}
}

func main() {
	pages, err := first(context.Background(), "a")
	fmt.Println(len(pages), err)
}
