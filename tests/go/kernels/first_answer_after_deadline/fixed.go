package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"time"
)

type fetched struct {
	body string
	err  error
}

func fetch(ctx context.Context, url string) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return "", err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return string(body), err
}

// firstOf returns the first answer, or an error once the time is up.
func firstOf(urls []string, timeout time.Duration) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	results := make(chan fetched, len(urls))
	for _, url := range urls {
		url := url
		go func() {
			body, err := fetch(ctx, url)
			results <- fetched{body, err}
		}()
	}
	select {
	case f := <-results:
		return f.body, f.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func main() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-time.After(500 * time.Millisecond):
			fmt.Fprint(w, "slow answer")
		case <-r.Context().Done():
		}
	}))
	defer server.Close()
	_, err := firstOf([]string{server.URL, server.URL + "/b"}, 100*time.Millisecond)
	fmt.Println(err != nil)
}
