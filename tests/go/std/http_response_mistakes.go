// A status that comes too late is a line in the server's log that names who called; a status that is
// none panics. The writer of a TimeoutHandler cannot flush.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"time"
)

func twice(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, "once ")
	w.WriteHeader(http.StatusTeapot)
	http.Error(w, "and again", http.StatusGone)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/twice", twice)
	mux.Handle("/timed", http.TimeoutHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, flushes := w.(http.Flusher)
		_, strings := w.(io.StringWriter)
		w.WriteHeader(http.StatusAccepted)
		w.WriteHeader(http.StatusTeapot)
		fmt.Fprint(w, flushes, strings)
	}), time.Second, "late"))
	mux.Handle("/late", http.TimeoutHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		<-r.Context().Done()
		time.Sleep(20 * time.Millisecond)
		_, err := io.WriteString(w, "x")
		fmt.Println(errors.Is(err, http.ErrHandlerTimeout), r.Context().Err() == context.DeadlineExceeded)
	}), 10*time.Millisecond, "late"))
	mux.HandleFunc("/flush", func(w http.ResponseWriter, r *http.Request) {
		_, flushes := w.(http.Flusher)
		server, _ := r.Context().Value(http.ServerContextKey).(*http.Server)
		fmt.Fprint(w, flushes, server != nil, server.ErrorLog.Prefix())
	})
	mux.HandleFunc("/wrong", func(w http.ResponseWriter, r *http.Request) {
		defer func() { fmt.Println(recover()) }()
		w.WriteHeader(42)
	})
	s := httptest.NewUnstartedServer(mux)
	s.Config.ErrorLog = log.New(os.Stdout, "[server] ", 0)
	s.Start()
	defer s.Close()
	for _, path := range []string{"/twice", "/timed", "/late", "/flush", "/wrong"} {
		res, err := http.Get(s.URL + path)
		if err != nil {
			fmt.Println(err)
			return
		}
		body, _ := io.ReadAll(res.Body)
		res.Body.Close()
		fmt.Printf("%s %q\n", res.Status, body)
		time.Sleep(40 * time.Millisecond)
	}
}

// Output:
// [server] http: superfluous response.WriteHeader call from main.twice (http_response_mistakes.go:19)
// [server] http: superfluous response.WriteHeader call from main.twice (http_response_mistakes.go:20)
// 200 OK "once and again\n"
// [server] http: superfluous response.WriteHeader call from main.main.func1 (http_response_mistakes.go:30)
// 202 Accepted "false false"
// 503 Service Unavailable "late"
// true true
// 200 OK "true true[server] "
// invalid WriteHeader code 42
// 200 OK ""
