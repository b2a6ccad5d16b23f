// A server, its clients, and a response whose body is closed.
package main

//gopark:differs real Go would ask the network

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/hello", func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		w.Header().Set("X-Kind", "greeting")
		fmt.Fprintf(w, "%s %s, %s", r.Method, r.URL.Query().Get("name"), body)
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
			fmt.Println("the client has gone:", r.Context().Err())
		case <-time.After(time.Hour):
		}
	})
	mux.HandleFunc("/panic", func(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) })
	server := &http.Server{Addr: ":8080", Handler: mux}
	stopped := make(chan error)
	go func() { stopped <- server.ListenAndServe() }()
	time.Sleep(time.Millisecond)

	for range 2 {
		res, err := http.Post("http://localhost:8080/hello?name=ann", "text/plain", strings.NewReader("hi"))
		if err != nil {
			fmt.Println(err)
			return
		}
		body, err := io.ReadAll(res.Body)
		res.Body.Close()
		fmt.Println(res.Status, res.Header.Get("x-kind"), string(body), err)
	}
	res, err := http.Get("http://localhost:8080/nowhere")
	fmt.Println(res.StatusCode, err)
	res.Body.Close()

	client := &http.Client{Timeout: time.Second}
	_, err = client.Get("http://localhost:8080/slow")
	time.Sleep(time.Millisecond)
	fmt.Println(err)
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	req, _ := http.NewRequestWithContext(ctx, "GET", "http://example.com/", nil)
	_, err = http.DefaultClient.Do(req)
	fmt.Println(err)
	cancel()
	_, err = http.Get("http://localhost:8080/panic")
	fmt.Println(err)

	fmt.Println(server.Shutdown(context.Background()), <-stopped)
	http.DefaultClient.CloseIdleConnections()
	time.Sleep(time.Millisecond)
}

// Output:
// 200 OK greeting POST ann, hi <nil>
// 200 OK greeting POST ann, hi <nil>
// 404 <nil>
// the client has gone: context canceled
// Get "http://localhost:8080/slow": context deadline exceeded (Client.Timeout exceeded while awaiting headers)
// Get "http://example.com/": context deadline exceeded
// Get "http://localhost:8080/panic": EOF
// <nil> http: Server closed
